/** What an API client may do, in the order it is offered. */
export const scopes = ['purchases:write', 'refunds:write', 'holds:write', 'members:lookup', 'members:read', 'offers:read', 'rewards:read', 'vouchers:write', 'program:read', 'purchases:read', 'imports:write', 'ledger:read'] as const

/** What concerns the whole program and no till. */
export const notForTills: readonly string[] = ['imports:write', 'ledger:read']

/** What a till needs for everything it can do. */
export const usualForTills: string[] = scopes.filter((scope) => !notForTills.includes(scope))

export const usualForSystems: string[] = ['purchases:write', 'refunds:write', 'members:lookup']

/** `purchases:write` as part of a translation's key. */
export const scopeKey = (scope: string) => scope.replace(':', '_')
