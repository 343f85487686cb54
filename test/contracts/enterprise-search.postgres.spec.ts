import { postgresEnterpriseSearch } from '@mingjian/credit-query/adapters'
import { nameAnalysis } from '@mingjian/credit-query/search/analysis'
import { inject } from 'vitest'
import { freshDatabase } from '../postgres.ts'
import { fillSearch } from '../search-register.ts'
import { enterpriseSearchContract } from './enterprise-search.contract.ts'

enterpriseSearchContract('in Postgres', async (enterprises) => {
  const { db, drop } = await freshDatabase(inject('postgres'))
  await fillSearch(db, enterprises)
  return { search: postgresEnterpriseSearch(db, nameAnalysis), close: drop }
})
