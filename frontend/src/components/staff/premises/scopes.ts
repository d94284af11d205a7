/** What an API client may do, in the order it is offered. */
export const scopes = ['purchases:write', 'refunds:write', 'holds:write', 'members:lookup', 'members:write', 'members:read', 'offers:read', 'rewards:read', 'vouchers:write', 'program:read', 'products:read', 'purchases:read', 'events:write', 'events:read', 'webhooks:read', 'webhooks:write', 'imports:write', 'ledger:read'] as const

/** What concerns the whole program and no till. */
export const notForTills: readonly string[] = ['events:read', 'webhooks:read', 'webhooks:write', 'imports:write', 'ledger:read']

/** What is for tills of a kind of their own. */
const seldomForTills: readonly string[] = ['events:write', 'products:read']

/** What a till needs for everything it usually does. */
export const usualForTills: string[] = scopes.filter((scope) => !notForTills.includes(scope) && !seldomForTills.includes(scope))

export const usualForSystems: string[] = ['purchases:write', 'refunds:write', 'members:lookup']

/** `purchases:write` as part of a translation's key. */
export const scopeKey = (scope: string) => scope.replace(':', '_')
