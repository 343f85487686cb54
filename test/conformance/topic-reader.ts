import { pythonWith, run } from './python.ts'

const PROGRAM = `
import io, json, struct, sys, urllib.request
import fastavro
from kafka import KafkaConsumer

brokers, registry, topic = sys.argv[1:4]
wanted = int(sys.argv[4])
schemas = {}
def schema(number):
    if number not in schemas:
        with urllib.request.urlopen(registry + "/schemas/ids/" + str(number)) as answer:
            schemas[number] = fastavro.parse_schema(json.loads(json.load(answer)["schema"]))
    return schemas[number]

consumer = KafkaConsumer(topic, bootstrap_servers=brokers, auto_offset_reset="earliest", enable_auto_commit=False,
                         group_id=None)
highest = {}
for message in consumer:
    headers = {name: value.decode() for name, value in message.headers}
    position = int(headers["position"])
    if position <= highest.get(message.partition, 0):
        continue
    highest[message.partition] = position
    magic, number = struct.unpack(">bI", message.value[:5])
    assert magic == 0
    data = fastavro.schemaless_reader(io.BytesIO(message.value[5:]), schema(number))
    print(json.dumps({"key": message.key.decode(), "headers": headers, "record": schema(number)["name"], "data": data}))
    wanted -= 1
    if wanted == 0:
        break
`

export interface ReadMessage {
  readonly key: string
  readonly headers: Readonly<Record<string, string>>
  /** Full name of the record's schema. */
  readonly record: string
  readonly data: unknown
}

/** A client and a decoder that know nothing of this platform but what its README says of the topic. */
export const installReader = (): Promise<string> => pythonWith({ 'kafka-python': '3.0.12', fastavro: '1.13.1' })

/** So many events of a topic as they see them. */
export const readTopic = async (
  python: string,
  brokers: string,
  registry: string,
  topic: string,
  events: number,
): Promise<readonly ReadMessage[]> => {
  const { stdout } = await run(python, ['-c', PROGRAM, brokers, registry, topic, String(events)], {
    maxBuffer: 2 ** 30,
  })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadMessage)
}
