import { crc32, deflateSync } from 'node:zlib'

const width = 480
const height = 360
const palette = {
  sky: '#cfe3ea',
  dusk: '#2b3a4a',
  ground: '#c9bfa8',
  road: '#8f8f8c',
  grass: '#9bb58a',
  wall: '#e9e2d2',
  roof: '#a5624b',
  wood: '#8a6a48',
  steel: '#6f7a80',
  white: '#ffffff',
  ink: '#33403a',
  red: '#c0503c',
  green: '#3f7a5a',
  water: '#7fa9b5',
  mud: '#6b5d48',
  light: '#ffe9a8',
} as const
type Ink = keyof typeof palette
const inks = Object.keys(palette) as Ink[]

class Sheet {
  readonly dots = new Uint8Array(width * height)
  box(ink: Ink, left: number, top: number, wide: number, high: number): this {
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 1)
      this.dots.fill(inks.indexOf(ink), y * width + Math.max(0, left), y * width + Math.min(width, left + wide))
    return this
  }
  disc(ink: Ink, x: number, y: number, radius: number): this {
    for (let dy = -radius; dy <= radius; dy += 1) {
      const half = Math.round(Math.sqrt(radius * radius - dy * dy))
      this.box(ink, x - half, y + dy, 2 * half, 1)
    }
    return this
  }
  /** 「示范图」 in the corner: nobody takes a drawing for a photograph. */
  signed(): this {
    this.box('white', width - 90, height - 34, 90, 34)
    glyphs.forEach((rows, n) => {
      for (let y = 0; y < 24; y += 1)
        for (let x = 0; x < 24; x += 1)
          if ((Number.parseInt(rows.slice(y * 6, y * 6 + 6), 16) >> (23 - x)) & 1)
            this.box('ink', width - 82 + n * 25 + x, height - 29 + y, 1, 1)
    })
    return this
  }
}

/** 示, 范 and 图, 24 rows of 24 dots each. */
// biome-ignore format: a row a line
const glyphs = [
  '0000000000000000000ffff00ffff00ffff00000000000000000003ffffc3ffffc001c00001c00071ce0071ce00e1c700e1c701c1c383c1c38381c1c01f81001f80000e000000000',
  '0000000181800181803ffffc3ffffc03c3c00181800000000e3ff80f3ff80338781038381c38381e38380e39f00139f003b80003b80807380c0e381c1c3ffc181ff8000000000000',
  '0000000000001ffff81ffff818601818701818ff9819ff981fe3981bff18187e1818ff981fe7f81bf0d8187e18180e1818f81819ff18180f981803181ffff81ffff8180018000000',
]

const outside = () =>
  new Sheet()
    .box('sky', 0, 0, width, 210)
    .box('ground', 0, 210, width, 150)
    .box('wall', 300, 110, 150, 100)
    .box('roof', 290, 96, 170, 16)
    .box('ink', 330, 150, 26, 34)
    .box('ink', 390, 150, 26, 34)
const lane = () => outside().box('road', 0, 250, width, 70)

/** Drawings of what a village photographs. */
// biome-ignore format: a row a line
const scenes = {
  dark_lane: () => new Sheet().box('dusk', 0, 0, width, 360).box('road', 0, 270, width, 60).box('steel', 120, 90, 8, 190).box('steel', 120, 90, 60, 6).disc('ink', 178, 100, 10).box('ink', 300, 150, 150, 110),
  lit_lane: () => new Sheet().box('dusk', 0, 0, width, 360).box('road', 0, 270, width, 60).box('light', 90, 275, 180, 40).box('steel', 120, 90, 8, 190).box('steel', 120, 90, 60, 6).disc('light', 178, 104, 22).box('ink', 300, 150, 150, 110).box('light', 330, 180, 30, 30),
  blocked_drain: () => outside().box('steel', 0, 262, width, 54).box('mud', 0, 270, width, 40).disc('red', 90, 288, 9).disc('white', 200, 292, 8).disc('green', 300, 286, 7).disc('wood', 360, 292, 10),
  clear_drain: () => outside().box('steel', 0, 262, width, 54).box('water', 0, 272, width, 36).box('grass', 0, 316, width, 14),
  bins: () => outside().box('green', 90, 200, 60, 80).box('red', 170, 200, 60, 80).box('steel', 250, 200, 60, 80).box('ink', 86, 192, 68, 10).box('ink', 166, 192, 68, 10).box('ink', 246, 192, 68, 10),
  litter: () => lane().disc('white', 120, 262, 16).disc('red', 150, 270, 12).disc('green', 180, 262, 14).disc('wood', 210, 272, 18).disc('ink', 240, 264, 12),
  cars: () => lane().box('red', 60, 240, 90, 34).box('red', 78, 222, 52, 20).disc('ink', 80, 276, 12).disc('ink', 130, 276, 12).box('white', 190, 240, 90, 34).box('white', 208, 222, 52, 20).disc('ink', 210, 276, 12).disc('ink', 260, 276, 12),
  lines: () => lane().box('white', 60, 252, 4, 66).box('white', 160, 252, 4, 66).box('white', 260, 252, 4, 66).box('white', 360, 252, 4, 66).box('white', 60, 314, 304, 4),
  court: () => new Sheet().box('sky', 0, 0, width, 170).box('green', 0, 170, width, 190).box('white', 30, 190, 420, 4).box('white', 30, 330, 420, 4).box('white', 238, 190, 4, 144).box('steel', 60, 60, 8, 150).box('white', 50, 60, 70, 46).disc('red', 96, 110, 12),
  cracked_court: () => new Sheet().box('sky', 0, 0, width, 170).box('ground', 0, 170, width, 190).box('mud', 60, 230, 180, 5).box('mud', 180, 234, 5, 80).box('mud', 260, 280, 150, 5).box('steel', 60, 60, 8, 150).box('white', 50, 60, 70, 46),
  tank: () => outside().box('steel', 110, 120, 120, 110).box('white', 110, 140, 120, 6).box('steel', 100, 230, 10, 40).box('steel', 230, 230, 10, 40).disc('water', 170, 180, 26),
  stairs: () => new Sheet().box('wall', 0, 0, width, 360).box('steel', 60, 280, 360, 20).box('steel', 100, 240, 320, 20).box('steel', 140, 200, 280, 20).box('wood', 80, 220, 70, 60).box('red', 160, 230, 50, 50).box('ink', 220, 214, 60, 66),
  clear_stairs: () => new Sheet().box('wall', 0, 0, width, 360).box('steel', 60, 280, 360, 20).box('steel', 100, 240, 320, 20).box('steel', 140, 200, 280, 20).box('red', 40, 150, 30, 60).box('green', 320, 60, 90, 40).box('white', 330, 76, 70, 8),
  charger: () => lane().box('wall', 60, 160, 200, 8).box('green', 90, 180, 34, 70).box('green', 170, 180, 34, 70).box('light', 98, 190, 18, 14).box('light', 178, 190, 18, 14),
  canteen: () => new Sheet().box('wall', 0, 0, width, 360).box('wood', 40, 230, 180, 20).box('wood', 260, 230, 180, 20).disc('white', 90, 222, 16).disc('white', 160, 222, 16).disc('white', 310, 222, 16).disc('white', 380, 222, 16).box('green', 40, 50, 400, 40),
  stop: () => lane().box('steel', 80, 130, 8, 120).box('steel', 250, 130, 8, 120).box('green', 60, 116, 220, 16).box('white', 110, 160, 90, 40),
  board_first: () => outside().box('wood', 80, 100, 220, 150).box('white', 96, 116, 84, 110).box('white', 196, 116, 84, 110).box('ink', 104, 128, 60, 4).box('ink', 104, 144, 68, 3).box('ink', 104, 156, 64, 3).box('red', 204, 126, 60, 6).box('ink', 204, 144, 68, 3),
  board_last: () => outside().box('wood', 80, 100, 220, 150).box('white', 96, 116, 84, 110).box('ground', 196, 116, 84, 110).box('ink', 104, 128, 60, 4).box('ink', 104, 144, 68, 3).box('ink', 104, 156, 64, 3).box('green', 110, 196, 50, 20),
} as const satisfies Record<string, () => Sheet>
export type Scene = keyof typeof scenes

const drawn = new Map<Scene, string>()
/** A drawing as PNG, in base64 as a phone sends it. */
export function picture(scene: Scene): string {
  const known = drawn.get(scene) ?? png(scenes[scene]().signed()).toString('base64')
  drawn.set(scene, known)
  return known
}

function png(sheet: Sheet): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8) // eight bits a dot, colours from the palette
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(sheet.dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const colours = Buffer.from(inks.map(ink => palette[ink].slice(1)).join(''), 'hex')
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
