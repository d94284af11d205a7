import type { EventType } from '@/api/webhooks'

const groups = {
  purchases: ['purchase', 'refund'],
  points: ['points', 'hold'],
  rewards: ['reward', 'redemption', 'reward_order', 'voucher'],
  offers: ['offer', 'tier'],
  members: ['member', 'card', 'case'],
  program: ['rule', 'ladder', 'import', 'partner'],
} as const

export type EventGroup = keyof typeof groups | 'others'

/** What can be chosen for an endpoint: trial events come to all, and what is for the owner alone to nobody else. */
export function choosable(types: EventType[], owner: boolean): EventType[] {
  return types.filter(({ type, audience }) => type !== 'webhook.test' && (owner || audience !== 'owner'))
}

/** Types by what they are about; those of no known kind last. */
export function byGroup(types: EventType[]): { group: EventGroup; types: EventType[] }[] {
  const kindOf = ({ type }: EventType) => type.slice(0, type.indexOf('.'))
  const known = Object.entries(groups).map(([group, kinds]) => ({ group: group as EventGroup, types: types.filter((type) => (kinds as readonly string[]).includes(kindOf(type))) }))
  const others = types.filter((type) => !known.some((group) => group.types.includes(type)))
  return [...known, { group: 'others' as const, types: others }].filter((group) => group.types.length > 0)
}

/** `member.consent_changed` as part of a translation's key. */
export const typeKey = (type: string) => type.replace('.', '_')
