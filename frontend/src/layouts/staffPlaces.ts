import { BadgePercent, FileUp, ListChecks, Medal, MessageCircleQuestion, Users } from 'lucide-vue-next'
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
  { group: 'program', name: 'staff-rules', label: 'staff.rules', icon: ListChecks, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-tiers', label: 'staff.tiers', icon: Medal, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'program', name: 'staff-offers', label: 'staff.offers', icon: BadgePercent, roles: ['marketer', 'service_agent', 'finance', 'analyst', 'auditor'] },
  { group: 'service', name: 'staff-cases', label: 'staff.cases', icon: MessageCircleQuestion, roles: ['service_agent', 'auditor'] },
  { group: 'service', name: 'staff-imports', label: 'staff.imports', icon: FileUp },
]

/** Administrators see every place, others those of their roles. */
export function placesOf(roles: readonly string[]): StaffPlace[] {
  return staffPlaces.filter((place) => !place.roles || roles.includes('administrator') || place.roles.some((role) => roles.includes(role)))
}
