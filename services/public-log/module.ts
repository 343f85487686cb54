import type { Module } from '@mingjian/http'
import { logTables } from './adapters/tables.ts'
import { type LogRouteOptions, logRoutes } from './routes.ts'

export type { PublicPart, PublicPartOf } from './entry.ts'
export { type PublicLog, type PublicLogPorts, publicLog } from './log.ts'
export { ForeignLog } from './signing.ts'
export type * from './store.ts'
export { type Post, readWitnesses, type Witness, witnessing } from './witness.ts'

export const module: Module<LogRouteOptions> = {
  name: 'public-log',
  tables: logTables,
  routes: async (app, ports) => {
    await app.register(logRoutes, { ...ports, prefix: '/log' })
  },
}
