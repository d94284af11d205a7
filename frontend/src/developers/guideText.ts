/** A piece of a line. */
export type Piece = { kind: 'text' | 'code' | 'strong'; text: string } | { kind: 'link'; text: string; href: string; code: boolean }

/** A part of a guide between empty lines. */
export type Part =
  | { kind: 'heading'; level: 2 | 3; id: string; text: string; pieces: Piece[] }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'note'; pieces: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] }
  | { kind: 'code'; language: string; code: string }

export interface Guide {
  slug: string
  title: string
  lead: Piece[]
  parts: Part[]
}

const fence = /^```(\w*)$/
const piece = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g

/** Reads a guide: a title, a paragraph that introduces, and parts; of Markdown only what guides use. */
export function guideOf(slug: string, text: string): Guide {
  const parts = partsOf(text.replace(/<!--[\s\S]*?-->\n*/g, ''))
  const title = parts[0]?.kind === 'heading' ? parts[0].text : slug
  const lead = parts[1]?.kind === 'paragraph' ? parts[1].pieces : []
  return { slug, title, lead, parts: parts.slice(lead.length > 0 ? 2 : 1) }
}

export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  const lines = text.split('\n')
  let at = 0
  const takeWhile = (fits: (line: string) => boolean) => {
    const taken: string[] = []
    while (at < lines.length && fits(lines[at]!)) taken.push(lines[at++]!)
    return taken
  }
  while (at < lines.length) {
    const line = lines[at]!
    const opened = fence.exec(line)
    const heading = /^(#{1,3}) (.*)$/.exec(line)
    if (line.trim() === '') {
      at++
    } else if (opened) {
      at++
      parts.push({ kind: 'code', language: opened[1]!, code: takeWhile((each) => each !== '```').join('\n') })
      at++
    } else if (heading) {
      at++
      parts.push({ kind: 'heading', level: heading[1]!.length > 2 ? 3 : 2, id: idOf(heading[2]!), text: heading[2]!, pieces: piecesOf(heading[2]!) })
    } else if (line.startsWith('|')) {
      const [head, , ...rows] = takeWhile((each) => each.startsWith('|')).map(cellsOf)
      parts.push({ kind: 'table', head: head!, rows })
    } else if (/^(- |\d+\. )/.test(line)) {
      const ordered = !line.startsWith('- ')
      const items = takeWhile((each) => each.trim() !== '').reduce<string[]>((all, each) => {
        const item = /^(?:- |\d+\. )(.*)$/.exec(each)
        return item ? [...all, item[1]!] : [...all.slice(0, -1), `${all.at(-1)} ${each.trim()}`]
      }, [])
      parts.push({ kind: 'list', ordered, items: items.map(piecesOf) })
    } else {
      const note = line.startsWith('> ')
      const words = takeWhile((each) => each.trim() !== '').map((each) => each.replace(/^> /, '').trim()).join(' ')
      parts.push(note ? { kind: 'note', pieces: piecesOf(words) } : { kind: 'paragraph', pieces: piecesOf(words) })
    }
  }
  return parts
}

/** Paragraphs and lists, which begin with `* ` or `- `, of a text of the contract. */
export function proseOf(text: string): ({ kind: 'paragraph'; pieces: Piece[] } | { kind: 'list'; items: Piece[][] })[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.trim().split('\n')
      return lines.every((line) => /^[*-] /.test(line))
        ? { kind: 'list', items: lines.map((line) => piecesOf(line.slice(2))) }
        : { kind: 'paragraph', pieces: piecesOf(lines.join(' ')) }
    })
}

function cellsOf(row: string): Piece[][] {
  return row.replace(/^\||\|$/g, '').split('|').map((cell) => piecesOf(cell.trim()))
}

export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of line.matchAll(piece)) {
    const [whole, code, strong, words, href] = match
    if (match.index > end) pieces.push({ kind: 'text', text: line.slice(end, match.index) })
    if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else pieces.push({ kind: 'link', text: words!.replace(/`/g, ''), href: href!, code: words!.startsWith('`') })
    end = match.index + whole.length
  }
  if (end < line.length) pieces.push({ kind: 'text', text: line.slice(end) })
  return pieces
}

/** The words of pieces, without what they look like. */
export function plain(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function idOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}
