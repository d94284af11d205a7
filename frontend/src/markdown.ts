/** A piece of a line: words, or words that lead somewhere. */
export type Inline = { text: string; href?: string }

/** A part of a text between empty lines. */
export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }

const heading = /^(#{1,3})\s+(.*)$/
const bullet = /^[-*]\s+(.*)$/
const number = /^\d{1,3}[.)]\s+(.*)$/
const link = /\[([^\]]+)\]\(([^()\s]+)\)/g
const allowed = /^(https:\/\/|mailto:|tel:|\/(?!\/))/i

/** Headings, paragraphs, lists and links of a text that staff wrote; anything else stays the words it is. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const title = heading.exec(line)
    const item = bullet.exec(line) ?? number.exec(line)
    if (line === '') {
      open = undefined
    } else if (title) {
      blocks.push({ kind: 'heading', level: (title[1]!.length + 1) as 2 | 3 | 4, inlines: inlinesOf(title[2]!) })
      open = undefined
    } else if (item) {
      const ordered = !bullet.test(line)
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] }
        blocks.push(open)
      }
      open.items.push(inlinesOf(item[1]!))
    } else if (open?.kind === 'paragraph') {
      open.inlines.push({ text: ' ' }, ...inlinesOf(line))
    } else {
      open = { kind: 'paragraph', inlines: inlinesOf(line) }
      blocks.push(open)
    }
  }
  return blocks
}

function inlinesOf(line: string): Inline[] {
  const inlines: Inline[] = []
  let end = 0
  for (const match of line.matchAll(link)) {
    const [whole, words, href] = match as unknown as [string, string, string]
    if (!allowed.test(href)) continue
    if (match.index > end) inlines.push({ text: line.slice(end, match.index) })
    inlines.push({ text: words, href })
    end = match.index + whole.length
  }
  if (end < line.length) inlines.push({ text: line.slice(end) })
  return inlines
}
