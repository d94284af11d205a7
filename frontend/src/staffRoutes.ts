import type { RouteRecordRaw } from 'vue-router'

/** Pages of the back office for staff who are signed in. `meta.place` names the menu's place a page belongs to, when it is not its own. */
export const staffRoutes: RouteRecordRaw[] = [
  { path: '', name: 'staff', component: () => import('@/pages/staff/MemberSearchPage.vue') },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff' } },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue'), meta: { messages: ['imports'] } },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports', messages: ['imports'] } },
  { path: 'cases', name: 'staff-cases', component: () => import('@/pages/staff/CaseQueuePage.vue'), meta: { messages: ['care'] } },
  { path: 'cases/:caseId', name: 'staff-case', component: () => import('@/pages/staff/CaseAnswerPage.vue'), props: true, meta: { messages: ['care'], place: 'staff-cases' } },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue') },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports' } },
]
