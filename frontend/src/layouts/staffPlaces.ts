import { BadgePercent, ClipboardList, FileUp, Gauge, Hourglass, KeyRound, ListChecks, Medal, MessageCircleQuestion, Package, ScrollText, Settings, ShieldCheck, Smartphone, Store, UserCog, Users } from 'lucide-vue-next'
import type { Component } from 'vue'
import type { Role } from '@/api/types'

/** The groups of the back office's menu, in order. */
export const staffGroups = ['service', 'program', 'premises', 'oversight'] as const

/** One place of the menu: who sees it (the server enforces it), and the names of the routes that belong to it. */
export interface StaffPlace {
  group: (typeof staffGroups)[number]
  name: string
  label: string
  icon: Component
  roles?: Role[]
}

export const staffPlaces: StaffPlace[] = [
  { group: 'service', name: 'staff', label: 'staff.members', icon: Users },
  { group: 'service', name: 'staff-cases', label: 'staff.cases', icon: MessageCircleQuestion, roles: ['service_agent', 'auditor'] },
  { group: 'service', name: 'staff-reviews', label: 'staff.reviews', icon: Hourglass, roles: ['service_agent', 'finance', 'auditor'] },
  { group: 'service', name: 'staff-approvals', label: 'staff.approvals', icon: ShieldCheck, roles: ['service_agent', 'store_manager', 'finance', 'auditor'] },
  { group: 'service', name: 'staff-imports', label: 'staff.imports', icon: FileUp, roles: ['marketer', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-rules', label: 'staff.rules', icon: ListChecks, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-tiers', label: 'staff.tiers', icon: Medal, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-offers', label: 'staff.offers', icon: BadgePercent, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-products', label: 'staff.products', icon: Package, roles: ['marketer', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-settings', label: 'staff.settings', icon: Settings, roles: ['auditor'] },
  { group: 'program', name: 'staff-phone-gateway', label: 'staff.phoneGateway', icon: Smartphone, roles: ['administrator'] },
  { group: 'premises', name: 'staff-partners', label: 'staff.partners', icon: Store, roles: ['store_manager', 'auditor'] },
  { group: 'premises', name: 'staff-api-clients', label: 'staff.apiClients', icon: KeyRound, roles: ['store_manager', 'auditor'] },
  { group: 'oversight', name: 'staff-people', label: 'staff.people', icon: UserCog, roles: ['auditor'] },
  { group: 'oversight', name: 'staff-corrections', label: 'staff.corrections', icon: ClipboardList, roles: ['store_manager', 'finance', 'auditor'] },
  { group: 'oversight', name: 'staff-limits', label: 'staff.limits', icon: Gauge, roles: ['administrator', 'auditor'] },
  { group: 'oversight', name: 'staff-audit', label: 'staff.audit', icon: ScrollText, roles: ['auditor'] },
]

/** Administrators see every place, others those of their roles. */
export function placesOf(roles: readonly string[]): StaffPlace[] {
  return staffPlaces.filter((place) => mayEnter(roles, place.roles))
}

/** Whether somebody of these roles may see what is for those; administrators always, and everybody what is for nobody in particular. */
export function mayEnter(roles: readonly string[], allowed: readonly Role[] | undefined): boolean {
  return !allowed || roles.includes('administrator') || allowed.some((role) => roles.includes(role))
}
