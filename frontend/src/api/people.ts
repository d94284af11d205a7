import { answerOf, client, versionedAnswerOf } from './client'

/** What the pages about staff and the audit trail read. */
export const staffQuery = (staffId: string) => ({
  key: ['staff', staffId],
  query: () => versionedAnswerOf(client.GET('/staff/{staffId}', { params: { path: { staffId } } })),
})

export const ownAccountQuery = {
  key: ['staff', 'me'],
  query: () => versionedAnswerOf(client.GET('/staff/me')),
}

export function staffPage(state: 'invited' | 'active' | 'disabled' | undefined, cursor?: string) {
  return answerOf(client.GET('/staff', { params: { query: { state, cursor, limit: 50 } } }))
}

export interface AuditFilter {
  actor?: string
  action?: string
  subject?: string
  from?: string
  to?: string
}

export function auditPage(filter: AuditFilter, cursor?: string, limit = 50) {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value))
  return answerOf(client.GET('/audit-events', { params: { query: { ...given, cursor, limit } } }))
}
