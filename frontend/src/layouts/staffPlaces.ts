import { FileUp, Smartphone, Users } from 'lucide-vue-next'
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
  { group: 'program', name: 'staff-phone-gateway', label: 'staff.phoneGateway', icon: Smartphone, roles: ['administrator'] },
  { group: 'service', name: 'staff-imports', label: 'staff.imports', icon: FileUp },
]

/** Administrators see every place, others those of their roles. */
export function placesOf(roles: readonly string[]): StaffPlace[] {
  return staffPlaces.filter((place) => !place.roles || roles.includes('administrator') || place.roles.some((role) => roles.includes(role)))
}
