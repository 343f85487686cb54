import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { fontFaces, isFontFile } from './fonts.ts'

/** What checks proofs may compute and nothing else: no address is open to it, so what it reads stays in the page. */
const ALONE = "default-src 'none'; script-src 'wasm-unsafe-eval'"

/** Styles, scripts and fonts under `/assets/`; `verifier` is the script that checks proofs in a page. */
export const serveAssets = async (app: FastifyInstance, verifier?: () => Promise<string>): Promise<void> => {
  await app.register(staticFiles, {
    root: fileURLToPath(new URL('static', import.meta.url)),
    prefix: '/assets/',
    maxAge: '10m',
  })
  const latin = import.meta.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2')
  await app.register(staticFiles, {
    root: dirname(fileURLToPath(latin)),
    prefix: '/assets/fonts/',
    decorateReply: false,
    allowedPath: isFontFile,
    maxAge: '365d',
    immutable: true,
  })
  const faces = fontFaces('/assets/fonts/')
  app.get('/assets/fonts.css', (_, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('text/css; charset=utf-8').send(faces),
  )
  if (verifier !== undefined)
    app.get('/assets/verify.js', async (_, reply) =>
      reply
        .header('cache-control', 'public, max-age=600')
        .header('content-security-policy', ALONE)
        .type('text/javascript; charset=utf-8')
        .send(await verifier()),
    )
}
