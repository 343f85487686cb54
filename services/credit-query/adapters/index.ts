export { connectElasticsearch } from './elasticsearch/connection.ts'
export { elasticsearchProjector } from './elasticsearch/enterprise-index.ts'
export { elasticsearchEnterpriseSearch } from './elasticsearch/enterprise-search.ts'
export { postgresEnterpriseSearch } from './postgres/enterprise-search.ts'
