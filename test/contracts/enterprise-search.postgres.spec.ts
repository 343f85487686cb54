import { postgresEnterpriseSearch } from '@mingjian/kernel/adapters'
import { inject } from 'vitest'
import { nameAnalysis } from '../../services/credit-query/search/analysis.ts'
import { freshDatabase } from '../postgres.ts'
import { fillSearch } from '../search-register.ts'
import { enterpriseSearchContract } from './enterprise-search.contract.ts'

enterpriseSearchContract('in Postgres', async (enterprises) => {
  const { db, drop } = await freshDatabase(inject('postgres'))
  await fillSearch(db, enterprises)
  return { search: postgresEnterpriseSearch(db, nameAnalysis), close: drop }
})
