/** The runtime's own cryptography, imported only here; a browser has none that is synchronous. */
export const runtimeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto')
