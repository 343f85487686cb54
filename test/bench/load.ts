// Loads a server from a process of its own: node load.ts URL CODES CONNECTIONS SECONDS. Prints what autocannon measured.
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

const [url = '', codesFile = '', connections = '64', seconds = '5'] = process.argv.slice(2)
const codes = readFileSync(codesFile, 'utf8').split('\n')
// A walk that comes past every code in no order, the same on every run.
let at = 0
const nextPath = (): string => {
  at = (at + 611_953) % codes.length
  return `/v1/enterprises/${codes[at]}`
}

const { requests, latency, non2xx, errors } = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
})
console.log(
  JSON.stringify({ perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }),
)
