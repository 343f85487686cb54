import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packed, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { patience } from './patience.ts'

const HOME = fileURLToPath(new URL('../.mingjian/chromium-153.0.0/', import.meta.url))
const PACKED = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')))

/** The package's fonts where they are unpacked, and the machine's: without any, this build ends at the first text. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${HOME}fonts</dir><dir>/usr/share/fonts</dir><cachedir>${HOME}cache</cachedir></fontconfig>`
/** A page's own protection is part of what is tested for; and in one process service workers and a second context end the browser. */
const UNLIKE_A_PERSONS = /web-security|insecure-content|site-isolation|site-per-process|single-process|in-process-gpu/

/** A headless Chromium from the lockfile's own package, with the libraries it needs; unpacked once. */
export const openBrowser = async (): Promise<Browser> => {
  mkdirSync(HOME, { recursive: true })
  const { TMPDIR } = process.env
  // Where it unpacks to.
  process.env.TMPDIR = HOME
  try {
    const [executablePath = ''] = await Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((file) => inflate(join(PACKED, file))),
    )
    writeFileSync(join(HOME, 'own-fonts.conf'), FONTS)
    const browser = await chromium.launch({
      timeout: patience(30),
      executablePath,
      args: packed.args.filter((flag) => !UNLIKE_A_PERSONS.test(flag)),
      env: {
        ...process.env,
        LD_LIBRARY_PATH: join(HOME, 'al2023', 'lib'),
        FONTCONFIG_FILE: join(HOME, 'own-fonts.conf'),
        HOME,
      },
    })
    return browser.on('context', (context) => context.setDefaultTimeout(patience(30)))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
