import type { MemberReferenceRequest } from './types'

/** What somebody typed to name a member: an e-mail address, a phone number, or else a card. */
export function memberReference(text: string): MemberReferenceRequest {
  const typed = text.trim()
  if (typed.includes('@')) return { email: typed }
  if (/^(\+|0)[\d\s-]{8,}$/.test(typed)) return { phone: typed }
  return typed.startsWith('mem_') ? { memberId: typed } : { card: typed }
}
