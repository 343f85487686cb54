import { type Config, configFrom } from '../run/config.ts'
import { openPlatform, type Platform } from '../run/platform.ts'

/** Runs a command on the platform of the environment, and leaves it as it found it: a database that was started for it is stopped. */
export const withPlatform = async <T>(work: (platform: Platform, config: Config) => Promise<T>): Promise<T> => {
  const config = configFrom(process.env)
  const platform = await openPlatform(config)
  try {
    return await work(platform, config)
  } finally {
    await platform.close()
  }
}
