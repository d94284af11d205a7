import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type MemberCard = Schemas['MemberCardResponse']
export type Membership = Schemas['MembershipResponse']
export type Notice = Schemas['NoticeResponse']
export type NoticeChoice = Schemas['NoticeChoiceResponse']
export type RecordedDetails = Schemas['RecordedDetailsResponse']

const pathOf = (memberId: string) => ({ params: { path: { memberId } } })

export const membershipQuery = (memberId: string) => ({
  key: ['members', memberId, 'membership'],
  query: () => answerOf(client.GET('/members/{memberId}/membership', pathOf(memberId))),
  staleTime: 60_000,
})

export const cardsQuery = (memberId: string) => ({
  key: ['members', memberId, 'cards'],
  query: () => answerOf(client.GET('/members/{memberId}/cards', pathOf(memberId))),
})

export const unseenQuery = {
  key: ['members', 'me', 'unseen'],
  query: () => answerOf(client.GET('/members/{memberId}/notices/unseen', pathOf('me'))),
  staleTime: 30_000,
}

export const referralQuery = {
  key: ['members', 'me', 'referral'],
  query: () => answerOf(client.GET('/members/me/referral')),
}

export const spendingProofsQuery = {
  key: ['members', 'me', 'spending-proofs'],
  query: () => answerOf(client.GET('/members/me/spending-proofs')),
}

export const noticeChoicesQuery = {
  key: ['members', 'me', 'notice-choices'],
  query: () => answerOf(client.GET('/members/{memberId}/notices/choices', pathOf('me'))),
}

export function noticePage(memberId: string, limit: number, cursor?: string) {
  return answerOf(client.GET('/members/{memberId}/notices', { params: { path: { memberId }, query: { limit, cursor } } }))
}

/** The details and their version, which goes back with the change. */
export async function memberDetails(memberId: string) {
  const answer = await client.GET('/members/{memberId}/details', pathOf(memberId))
  const details = await answerOf(Promise.resolve(answer))
  return { details, version: answer.response.headers.get('ETag') ?? '' }
}

export function profileReadPage(memberId: string, cursor?: string) {
  return answerOf(client.GET('/members/{memberId}/profile-reads', { params: { path: { memberId }, query: { limit: 20, cursor } } }))
}
