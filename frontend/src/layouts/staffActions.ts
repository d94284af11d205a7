import { FilePlus2, FileUp, Gift, ListPlus, Tag, UserPlus } from 'lucide-vue-next'
import type { Component } from 'vue'
import type { Role } from '@/api/types'
import { mayEnter } from './staffPlaces'

/** Something that can be begun from anywhere: the route it begins on, and who may (the server enforces it). */
export interface StaffAction {
  name: string
  label: string
  icon: Component
  roles: Role[]
}

export const staffActions: StaffAction[] = [
  { name: 'staff-rule-new', label: 'desk.actions.rule', icon: ListPlus, roles: ['marketer'] },
  { name: 'staff-offer-new', label: 'desk.actions.offer', icon: Tag, roles: ['marketer'] },
  { name: 'staff-reward-new', label: 'desk.actions.reward', icon: Gift, roles: ['marketer'] },
  { name: 'staff-invite', label: 'desk.actions.invite', icon: UserPlus, roles: ['administrator'] },
  { name: 'staff-imports', label: 'desk.actions.purchases', icon: FileUp, roles: ['marketer'] },
  { name: 'staff-product-imports', label: 'desk.actions.products', icon: FilePlus2, roles: ['marketer'] },
]

export function actionsOf(roles: readonly string[]): StaffAction[] {
  return staffActions.filter((action) => mayEnter(roles, action.roles))
}

/** After g, this letter leads to that place. */
export const placeKeys: Record<string, string> = {
  a: 'staff-approvals',
  b: 'staff-products',
  c: 'staff-cases',
  h: 'staff-rewards',
  i: 'staff-imports',
  l: 'staff-audit',
  m: 'staff',
  o: 'staff-orders',
  p: 'staff-offers',
  r: 'staff-rules',
  s: 'staff-settings',
  t: 'staff-tiers',
  u: 'staff-people',
  v: 'staff-reviews',
  w: 'staff-partners',
}

/** The letter of a place, if it has one. */
export function keyOf(place: string): string | undefined {
  return Object.keys(placeKeys).find((key) => placeKeys[key] === place)
}
