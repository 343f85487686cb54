// `node build.ts`: writes the script beside its sources, for an image without the bundler.
import { writeFileSync } from 'node:fs'
import { BUNDLED, bundle } from './bundle.ts'

writeFileSync(BUNDLED, await bundle())
