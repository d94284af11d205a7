import type { RouteRecordRaw } from 'vue-router'

/** Pages of the back office for staff who are signed in. `meta.place` names the menu's place a page belongs to, when it is not its own. */
export const staffRoutes: RouteRecordRaw[] = [
  { path: '', name: 'staff', component: () => import('@/pages/staff/MemberSearchPage.vue') },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff', messages: ['membership', 'staffMembership'] } },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff' } },
  { path: 'cases', name: 'staff-cases', component: () => import('@/pages/staff/CaseQueuePage.vue'), meta: { messages: ['care'] } },
  { path: 'cases/:caseId', name: 'staff-case', component: () => import('@/pages/staff/CaseAnswerPage.vue'), props: true, meta: { messages: ['care'], place: 'staff-cases' } },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff', messages: ['corrections'] } },
  { path: 'approvals', name: 'staff-approvals', component: () => import('@/pages/staff/ApprovalsPage.vue'), meta: { messages: ['corrections'] } },
  { path: 'reviews', name: 'staff-reviews', component: () => import('@/pages/staff/ReviewsPage.vue'), meta: { messages: ['corrections'] } },
  { path: 'corrections', name: 'staff-corrections', component: () => import('@/pages/staff/DailyCorrectionsPage.vue'), meta: { messages: ['corrections'] } },
  { path: 'corrections/limits', name: 'staff-limits', component: () => import('@/pages/staff/LimitsPage.vue'), meta: { messages: ['corrections'] } },
  { path: 'people', name: 'staff-people', component: () => import('@/pages/staff/StaffListPage.vue'), meta: { messages: ['people'] } },
  { path: 'people/invite', name: 'staff-invite', component: () => import('@/pages/staff/InviteStaffPage.vue'), meta: { place: 'staff-people', roles: ['administrator'], messages: ['people'] } },
  { path: 'people/:staffId', name: 'staff-person', component: () => import('@/pages/staff/StaffPersonPage.vue'), props: true, meta: { place: 'staff-people', messages: ['people'] } },
  { path: 'audit', name: 'staff-audit', component: () => import('@/pages/staff/AuditPage.vue'), meta: { messages: ['people'] } },
  { path: 'account', name: 'staff-account', component: () => import('@/pages/staff/StaffAccountPage.vue'), meta: { messages: ['people'] } },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue') },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports' } },
]
