export { memoryPublicLogStore } from './memory.ts'
export { postgresPublicLogStore } from './postgres.ts'
export { readSignerKey, signingKeys } from './signing-keys.ts'
export { postText } from './witness-transport.ts'
