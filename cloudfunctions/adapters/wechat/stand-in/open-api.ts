/**
 * `wx.openApi`: a form whose part `requestData` is protobuf, answered by protobuf. Few fields are used, so both are read and written here
 * by hand. CommApiData{2 openapiData{1 pairs{1 key, 2 value}}}; CommOpenApiResp{1 respData, 2 contentType, 3 errorCode, 4 httpCode}.
 */
export interface OpenApiCall {
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

export function readOpenApiCall(body: Buffer, contentType: string): OpenApiCall {
  const parts = formParts(body, /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)?.slice(1).find(Boolean) ?? '')
  const pairs = fields(fields(parts.get('requestData') ?? Buffer.alloc(0)).find(([n]) => n === 2)?.[1] ?? Buffer.alloc(0)).filter(
    ([n]) => n === 1,
  )
  const data = Object.fromEntries(
    pairs.map(([, pair]) => {
      const inner = new Map(fields(pair))
      return [inner.get(1)?.toString() ?? '', JSON.parse(inner.get(2)?.toString() ?? 'null') as unknown]
    }),
  )
  return { name: parts.get('apiName')?.toString() ?? '', data }
}

/** What WeChat's interface answered: an object as JSON, or bytes as a picture. */
export function writeOpenApiAnswer(answer: object): Buffer {
  const picture = answer instanceof Uint8Array
  return Buffer.concat([
    field(1, picture ? Buffer.from(answer) : Buffer.from(JSON.stringify(answer))),
    field(2, Buffer.from(picture ? 'image/jpeg' : 'application/json')),
    Buffer.from([3 << 3, 0]),
    Buffer.concat([Buffer.from([4 << 3]), varint(200)]),
  ])
}

function formParts(body: Buffer, boundary: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>(),
    mark = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(mark); at >= 0; ) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    const part = body.subarray(at + mark.length + 2, next - 2),
      head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, head).toString())?.[1]
    if (name !== undefined) parts.set(name, part.subarray(head + 4))
    at = next
  }
  return parts
}

function fields(bytes: Buffer): [number, Buffer][] {
  const found: [number, Buffer][] = []
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = number(),
      length = number()
    if (tag % 8 === 2) {
      found.push([tag >> 3, bytes.subarray(at, at + length)])
      at += length
    } else if (tag % 8 !== 0) throw new Error(`protobuf wire type ${tag % 8}`)
  }
  return found
}

const varint = (value: number): Buffer =>
  Buffer.from(value < 0x80 ? [value] : [...[...varint(value % 0x80)].map(byte => byte | 0x80), ...varint(Math.floor(value / 0x80))])
const field = (n: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([(n << 3) | 2]), varint(bytes.length), bytes])
