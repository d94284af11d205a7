import type { Role } from '@/api/types'

/** The roles there are, in the order in which they are offered. */
export const allRoles = ['administrator', 'marketer', 'service_agent', 'store_manager', 'finance', 'analyst', 'auditor'] as const satisfies Role[]
