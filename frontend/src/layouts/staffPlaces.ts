import { BadgePercent, CalendarCheck, ChartNoAxesColumn, ClipboardList, FileStack, FileUp, FlaskConical, Gauge, Gift, Grid3x3, Hourglass, KeyRound, ListChecks, Medal, MessageCircleQuestion, Package, PackageCheck, Receipt, Scale, ScrollText, Settings, ShieldCheck, Smartphone, Store, UserCog, Users, UsersRound, Webhook } from 'lucide-vue-next'
import type { Component } from 'vue'
import type { Role } from '@/api/types'

/** The groups of the back office's menu, in order. */
export const staffGroups = ['figures', 'service', 'program', 'premises', 'oversight'] as const

/** One place of the menu: who sees it (the server enforces it), and the names of the routes that belong to it. */
export interface StaffPlace {
  group: (typeof staffGroups)[number]
  name: string
  label: string
  icon: Component
  roles?: Role[]
  /** Whether it stands in the menu of a sandbox alone. */
  sandbox?: boolean
}

export const staffPlaces: StaffPlace[] = [
  { group: 'figures', name: 'staff-dashboard', label: 'staff.dashboard', icon: ChartNoAxesColumn, roles: ['marketer', 'finance', 'analyst', 'auditor'] },
  { group: 'figures', name: 'staff-rfm', label: 'staff.rfm', icon: Grid3x3, roles: ['marketer', 'finance', 'analyst', 'auditor'] },
  { group: 'figures', name: 'staff-liability', label: 'staff.liability', icon: Scale, roles: ['finance', 'auditor'] },
  { group: 'figures', name: 'staff-closings', label: 'staff.closings', icon: CalendarCheck, roles: ['finance', 'auditor'] },
  { group: 'service', name: 'staff', label: 'staff.members', icon: Users },
  { group: 'service', name: 'staff-purchases', label: 'staff.purchases', icon: Receipt, roles: ['service_agent', 'store_manager', 'finance', 'auditor'] },
  { group: 'service', name: 'staff-cases', label: 'staff.cases', icon: MessageCircleQuestion, roles: ['service_agent', 'auditor'] },
  { group: 'service', name: 'staff-orders', label: 'staff.orders', icon: PackageCheck, roles: ['service_agent', 'store_manager', 'auditor'] },
  { group: 'service', name: 'staff-reviews', label: 'staff.reviews', icon: Hourglass, roles: ['service_agent', 'finance', 'auditor'] },
  { group: 'service', name: 'staff-approvals', label: 'staff.approvals', icon: ShieldCheck, roles: ['service_agent', 'store_manager', 'finance', 'auditor'] },
  { group: 'service', name: 'staff-imports', label: 'staff.imports', icon: FileUp, roles: ['marketer', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-rules', label: 'staff.rules', icon: ListChecks, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-tiers', label: 'staff.tiers', icon: Medal, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-offers', label: 'staff.offers', icon: BadgePercent, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-audiences', label: 'staff.audiences', icon: UsersRound, roles: ['marketer', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-rewards', label: 'staff.rewards', icon: Gift, roles: ['marketer', 'service_agent', 'store_manager', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-products', label: 'staff.products', icon: Package, roles: ['marketer', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-settings', label: 'staff.settings', icon: Settings, roles: ['auditor'] },
  { group: 'program', name: 'staff-phone-gateway', label: 'staff.phoneGateway', icon: Smartphone, roles: ['administrator'] },
  { group: 'premises', name: 'staff-partners', label: 'staff.partners', icon: Store, roles: ['store_manager', 'finance', 'auditor'] },
  { group: 'premises', name: 'staff-api-clients', label: 'staff.apiClients', icon: KeyRound, roles: ['store_manager', 'auditor'] },
  { group: 'premises', name: 'staff-webhooks', label: 'staff.webhooks', icon: Webhook, roles: ['auditor'] },
  { group: 'premises', name: 'staff-jobs', label: 'staff.jobs', icon: FileStack, roles: ['auditor'] },
  { group: 'premises', name: 'staff-sandbox', label: 'staff.sandbox', icon: FlaskConical, roles: ['administrator'], sandbox: true },
  { group: 'oversight', name: 'staff-people', label: 'staff.people', icon: UserCog, roles: ['auditor'] },
  { group: 'oversight', name: 'staff-corrections', label: 'staff.corrections', icon: ClipboardList, roles: ['store_manager', 'finance', 'auditor'] },
  { group: 'oversight', name: 'staff-limits', label: 'staff.limits', icon: Gauge, roles: ['administrator', 'auditor'] },
  { group: 'oversight', name: 'staff-audit', label: 'staff.audit', icon: ScrollText, roles: ['auditor'] },
  { group: 'oversight', name: 'staff-proof', label: 'staff.proof', icon: Scale, roles: ['finance', 'auditor'] },
]

/** Administrators see every place, others those of their roles; some only in a sandbox. */
export function placesOf(roles: readonly string[], sandbox = false): StaffPlace[] {
  return staffPlaces.filter((place) => mayEnter(roles, place.roles) && (sandbox || !place.sandbox))
}

/** Whether somebody of these roles may see what is for those; administrators always, and everybody what is for nobody in particular. */
export function mayEnter(roles: readonly string[], allowed: readonly Role[] | undefined): boolean {
  return !allowed || roles.includes('administrator') || allowed.some((role) => roles.includes(role))
}

/** Where the back office opens: those who steer or account for the program see its figures, the others look for members. */
export function landingOf(roles: readonly string[]): string {
  return ['administrator', 'marketer', 'finance', 'analyst'].some((role) => roles.includes(role)) ? '/staff/dashboard' : '/staff'
}
