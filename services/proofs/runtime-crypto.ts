/** The runtime's own cryptography; a browser has none that answers at once. The one place that knows where it comes from. */
export const runtimeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto')
