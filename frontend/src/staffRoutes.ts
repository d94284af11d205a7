import type { RouteRecordRaw } from 'vue-router'

/** Pages of the back office for staff who are signed in. `meta.place` names the menu's place a page belongs to, when it is not its own. */
export const staffRoutes: RouteRecordRaw[] = [
  { path: '', name: 'staff', component: () => import('@/pages/staff/MemberSearchPage.vue') },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff' } },
  { path: 'settings/phone-gateway', name: 'staff-phone-gateway', component: () => import('@/pages/staff/PhoneGatewayPage.vue'), meta: { messages: ['gateway'] } },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue') },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports' } },
]
