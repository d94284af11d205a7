import { answerOf, client, holdCsrfToken } from './client'

/** What pages read: each with its cache key and the call that fills it. */
export const programQuery = {
  key: ['program'],
  query: () => answerOf(client.GET('/program')),
  staleTime: 10 * 60_000,
}

export const sessionQuery = {
  key: ['session'],
  query: async () => {
    const session = await answerOf(client.GET('/session'))
    holdCsrfToken(session.csrfToken)
    return session
  },
  staleTime: Infinity,
  gcTime: false as const,
}

export const memberQuery = (memberId: string) => ({
  key: ['members', memberId],
  query: () => answerOf(client.GET('/members/{memberId}', { params: { path: { memberId } } })),
})

export const pointsQuery = (memberId: string) => ({
  key: ['members', memberId, 'points'],
  query: () => answerOf(client.GET('/members/{memberId}/points', { params: { path: { memberId } } })),
})

export const offersQuery = (memberId: string) => ({
  key: ['members', memberId, 'offers'],
  query: () => answerOf(client.GET('/members/{memberId}/offers', { params: { path: { memberId } } })),
})

export const latestActivityQuery = (memberId: string, limit: number) => ({
  key: ['members', memberId, 'latest-activity', limit],
  query: () => activityPage(memberId, limit),
})

export function activityPage(memberId: string, limit: number, cursor?: string) {
  return answerOf(
    client.GET('/members/{memberId}/activity', { params: { path: { memberId }, query: { limit, cursor } } }),
  )
}

export const statementQuery = (memberId: string, month: string) => ({
  key: ['members', memberId, 'statements', month],
  query: () => answerOf(client.GET('/members/{memberId}/statements/{month}', { params: { path: { memberId, month } } })),
})

export function purchasePage(memberId: string, limit: number, cursor?: string) {
  return answerOf(
    client.GET('/members/{memberId}/purchases', { params: { path: { memberId }, query: { limit, cursor } } }),
  )
}

export const contactsQuery = {
  key: ['members', 'me', 'contacts'],
  query: () => answerOf(client.GET('/members/me/contacts')),
}

export const consentsQuery = (memberId: string) => ({
  key: ['members', memberId, 'consents'],
  query: () => answerOf(client.GET('/members/{memberId}/consents', { params: { path: { memberId } } })),
})

export const sessionsQuery = {
  key: ['members', 'me', 'sessions'],
  query: () => answerOf(client.GET('/sessions')),
}

export const storesQuery = {
  key: ['stores'],
  query: () => answerOf(client.GET('/stores')),
}

export const memberCasesQuery = {
  key: ['members', 'me', 'cases'],
  query: () => answerOf(client.GET('/members/{memberId}/cases', { params: { path: { memberId: 'me' } } })),
}

export const memberCaseQuery = (caseId: string) => ({
  key: ['members', 'me', 'cases', caseId],
  query: () => answerOf(client.GET('/members/{memberId}/cases/{caseId}', { params: { path: { memberId: 'me', caseId } } })),
})

export function casePage(state: 'open' | 'answered', cursor?: string) {
  return answerOf(client.GET('/cases', { params: { query: { state, limit: 20, cursor } } }))
}

/** A case with the version to answer it from. */
export const caseQuery = (caseId: string) => ({
  key: ['cases', caseId],
  query: async () => {
    const answered = client.GET('/cases/{caseId}', { params: { path: { caseId } } })
    const found = await answerOf(answered)
    return { found, version: (await answered).response.headers.get('ETag') ?? '' }
  },
})

export const candidatesQuery = (caseId: string) => ({
  key: ['cases', caseId, 'candidates'],
  query: () => answerOf(client.GET('/cases/{caseId}/candidates', { params: { path: { caseId } } })),
})

export const importsQuery = {
  key: ['imports'],
  query: () => answerOf(client.GET('/imports')),
}

export const importQuery = (jobId: string) => ({
  key: ['imports', jobId],
  query: () => answerOf(client.GET('/imports/{jobId}', { params: { path: { jobId } } })),
})

export const fundersQuery = {
  key: ['partners', 'funders'],
  query: () => answerOf(client.GET('/partners')),
}

export const mailsQuery = {
  key: ['demo', 'mails'],
  query: () => answerOf(client.GET('/demo/mails')),
}

export const approvalsQuery = (waiting: boolean) => ({
  key: ['members', 'approvals', String(waiting)],
  query: () => answerOf(client.GET('/approvals', { params: { query: { waiting, limit: 100 } } })),
})

export function reviewPage(state: string, cursor?: string) {
  return answerOf(client.GET('/reviews', { params: { query: { state, limit: 20, cursor } } }))
}

export const dailyCorrectionsQuery = (date: string) => ({
  key: ['members', 'corrections', date],
  query: () => answerOf(client.GET('/corrections/daily', { params: { query: { date: date || undefined } } })),
})
