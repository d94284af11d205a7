import type { Contract } from './contract'
import { plain, type Guide, type Part } from './guideText'

export interface Finding {
  key: string
  title: string
  /** Where it is found: the guide's title, or the operation's method and path. */
  place: string
  /** Some words around, empty for operations. */
  words: string
  to: string
  kind: 'guide' | 'operation' | 'code'
}

export interface ProblemText {
  code: string
  status: number
  title: string
}

export interface FieldText {
  code: string
  detail: string
}

interface Entry extends Finding {
  strong: string
  weak: string
  /** Commands and samples, which say the same in many places. */
  code: string
}

/** What can be found: sections of guides, operations and problem codes. */
export function indexOf(guides: Guide[], contract: Contract | undefined, problems: ProblemText[], fields: FieldText[] = []): Entry[] {
  return [...guides.flatMap(sectionsOf), ...operationsOf(contract), ...problems.map(codeOf), ...fields.map(fieldOf)]
}

function sectionsOf(guide: Guide): Entry[] {
  const entries: Entry[] = [entryOf(guide, undefined, plain(guide.lead))]
  for (const part of guide.parts) {
    if (part.kind === 'heading') entries.push(entryOf(guide, part, ''))
    else {
      const entry = entries[entries.length - 1]!
      if (part.kind === 'code') entry.code += ` ${part.code}`
      else entry.weak += ` ${wordsOf(part)}`
      if (part.kind === 'paragraph' || part.kind === 'list') entry.words ||= wordsOf(part).slice(0, 160)
    }
  }
  return entries.map((entry) => ({ ...entry, weak: entry.weak.toLowerCase(), code: entry.code.toLowerCase() }))
}

function entryOf(guide: Guide, heading: Extract<Part, { kind: 'heading' }> | undefined, words: string): Entry {
  const to = `/developers/guides/${guide.slug}${heading ? `#${heading.id}` : ''}`
  return { key: to, kind: 'guide', title: heading?.text ?? guide.title, place: guide.title, words, to, strong: `${heading?.text ?? ''} ${guide.title} ${guide.slug}`.toLowerCase(), weak: words, code: '' }
}

function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return part.text
    case 'paragraph':
    case 'note':
      return plain(part.pieces)
    case 'list':
      return part.items.map(plain).join(' ')
    case 'table':
      return [part.head, ...part.rows].flat().map(plain).join(' ')
    case 'code':
      return part.code
  }
}

function operationsOf(contract: Contract | undefined): Entry[] {
  return (contract?.groups ?? []).flatMap((group) =>
    group.operations.map((operation) => ({
      key: operation.id,
      kind: 'operation' as const,
      title: operation.summary,
      place: `${operation.method} ${operation.path}`,
      words: '',
      to: `/developers/reference/${group.name}#${operation.id}`,
      strong: `${operation.id} ${operation.summary} ${operation.path}`.toLowerCase(),
      weak: operation.description.toLowerCase(),
      code: '',
    })),
  )
}

function codeOf({ code, status, title }: ProblemText): Entry {
  return { key: `code-${code}`, kind: 'code', title: code, place: `${status} ${title}`, words: '', to: `/developers/guides/errors#${code}`, strong: `${code} ${title}`.toLowerCase(), weak: '', code: '' }
}

function fieldOf({ code, detail }: FieldText): Entry {
  return { key: `field-${code}`, kind: 'code', title: code, place: detail.replace(/\{\d\}/g, '…'), words: '', to: `/developers/guides/errors#field-${code}`, strong: code.toLowerCase(), weak: detail.toLowerCase(), code: '' }
}

/** The best of what has every word asked for, those with the words in their titles first. */
export function find(index: Entry[], asked: string, most = 12): Finding[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return index
    .map((entry) => ({ entry, weight: weightOf(entry, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, most)
    .map(({ entry }) => entry)
}

function weightOf(entry: Entry, words: string[]): number {
  let weight = 0
  for (const word of words) {
    if (entry.strong.split(/[^\p{L}\p{N}_]+/u).some((each) => each.startsWith(word))) weight += 10
    else if (entry.strong.includes(word)) weight += 6
    else if (entry.weak.includes(word)) weight += 3
    else if (entry.code.includes(word)) weight += 1
    else return 0
  }
  return weight + (entry.kind === 'guide' ? 2 : 0)
}
