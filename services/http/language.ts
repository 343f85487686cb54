import type { Language } from '@mingjian/kernel'
import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'

const LANGUAGES: readonly Language[] = ['zh', 'en']

/** The language of an answer: the one that is asked for first of those there are, Chinese where nothing is said. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language => {
  const [language] = new Negotiator({ headers }).languages([...LANGUAGES])
  return language === 'en' ? 'en' : 'zh'
}
