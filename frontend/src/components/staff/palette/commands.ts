import type { Component } from 'vue'
import type { MemberSearchItem } from '@/api/types'

/** One line of the palette: where it leads, or the search it starts. */
export interface Command {
  id: string
  group: 'members' | 'places' | 'actions'
  text: string
  icon: Component
  /** The name of a route, or undefined for the search itself. */
  route?: string
  member?: MemberSearchItem
  key?: string
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose words begin with what was typed, all of it; the earlier in the text, the higher. */
export function matching(commands: Command[], typed: string): Command[] {
  const parts = plain(typed).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return commands
  const place = (command: Command, part: string) => ` ${plain(command.text)}`.search(new RegExp(`[\\s(/-]${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
  return commands
    .map((command) => ({ command, places: parts.map((part) => place(command, part)) }))
    .filter(({ places }) => places.every((at) => at >= 0))
    .sort((one, other) => one.places[0]! - other.places[0]!)
    .map(({ command }) => command)
}
