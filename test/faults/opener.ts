// `opener.ts FOLDER`: opens the embedded server of a folder, says on a line whether it started it, and stays until its input ends.
import { openServer } from '@mingjian/kernel/adapters'

const server = await openServer(process.argv[2] ?? '')
console.log(server.started)
for await (const _ of process.stdin);
await server.stop()
