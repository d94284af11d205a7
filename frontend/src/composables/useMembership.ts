import { useQuery, useQueryCache } from '@pinia/colada'
import { answerOf, client } from '@/api/client'
import { cardsQuery, membershipQuery } from '@/api/membership'
import { keepCachedCard, readCachedCard } from './useCachedCard'
import { useRequestKey } from './useRequestKey'

/** A membership and its cards, read where allowed, and what may be done to them; whatever shows the member is read anew afterwards. */
export function useMembership(memberId: string, enabled: () => boolean = () => true) {
  const cache = useQueryCache()
  const membership = useQuery(() => ({ ...membershipQuery(memberId), enabled: enabled() }))
  const cards = useQuery(() => ({ ...cardsQuery(memberId), enabled: enabled() }))
  const path = { memberId }
  const cardKey = useRequestKey()
  const replacementKey = useRequestKey()
  let cardsMade = 0

  async function changed<T>(act: Promise<T>): Promise<T> {
    const answer = await act
    await cache.invalidateQueries({ key: ['members', memberId] })
    if (memberId === 'me') keepNumber()
    return answer
  }

  /** The card shown without a connection has the new number too. */
  function keepNumber() {
    const main = cards.data.value?.items.find((card) => card.primary)
    const known = readCachedCard()
    if (main && known) keepCachedCard({ ...known, number: main.number })
  }

  const freeze = (reason?: string) => changed(answerOf(client.PUT('/members/{memberId}/freeze', { params: { path }, body: { reason } })))
  const unfreeze = (proof: { code?: string; identityChecked?: boolean; reason?: string }) =>
    changed(answerOf(client.POST('/members/{memberId}/unfreezing', { params: { path }, body: proof })))
  const sendCode = (purpose: 'unfreeze' | 'close', password?: string) =>
    answerOf(client.POST('/members/{memberId}/codes', { params: { path }, body: { purpose, password } }))
  const close = (proof: { password?: string; code?: string; reason?: string }) =>
    changed(answerOf(client.PUT('/members/{memberId}/closing', { params: { path }, body: proof })))
  const keep = () => changed(answerOf(client.DELETE('/members/{memberId}/closing', { params: { path } })))
  async function addCard(label: string, number?: string) {
    const body = { label, number }
    const header = { 'Idempotency-Key': cardKey([body, cardsMade]) }
    const card = await answerOf(client.POST('/members/{memberId}/cards', { params: { path, header }, body }))
    cardsMade++
    return changed(Promise.resolve(card))
  }
  const changeCard = (number: string, change: { label?: string; maySpend?: boolean }) =>
    changed(answerOf(client.POST('/members/{memberId}/cards/changes', { params: { path }, body: { number, ...change } })))
  const blockCard = (number: string, reason?: string) =>
    changed(answerOf(client.POST('/members/{memberId}/cards/blocks', { params: { path }, body: { number, reason } })))
  const replaceCard = (number: string, reason?: string) => {
    const body = { number, reason }
    const header = { 'Idempotency-Key': replacementKey(body) }
    return changed(answerOf(client.POST('/members/{memberId}/cards/replacements', { params: { path, header }, body })))
  }

  return { membership, cards, freeze, unfreeze, sendCode, close, keep, addCard, changeCard, blockCard, replaceCard }
}
