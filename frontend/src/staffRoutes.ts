import type { RouteRecordRaw } from 'vue-router'

/** Pages of the back office for staff who are signed in. `meta.place` names the menu's place a page belongs to, when it is not its own. */
export const staffRoutes: RouteRecordRaw[] = [
  { path: '', name: 'staff', component: () => import('@/pages/staff/MemberSearchPage.vue') },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff' } },
  { path: 'rules', name: 'staff-rules', component: () => import('@/pages/staff/RulesPage.vue'), meta: { messages: ['rules'] } },
  { path: 'rules/new', name: 'staff-rule-new', component: () => import('@/pages/staff/RuleEditPage.vue'), meta: { place: 'staff-rules', messages: ['rules'] } },
  { path: 'rules/:ruleId', name: 'staff-rule', component: () => import('@/pages/staff/RulePage.vue'), props: true, meta: { place: 'staff-rules', messages: ['rules'] } },
  { path: 'rules/:ruleId/edit', name: 'staff-rule-edit', component: () => import('@/pages/staff/RuleEditPage.vue'), props: true, meta: { place: 'staff-rules', messages: ['rules'] } },
  { path: 'tiers', name: 'staff-tiers', component: () => import('@/pages/staff/TiersPage.vue'), meta: { messages: ['rules'] } },
  { path: 'offers', name: 'staff-offers', component: () => import('@/pages/staff/OfferPlansPage.vue'), meta: { messages: ['rules'] } },
  { path: 'offers/new', name: 'staff-offer-new', component: () => import('@/pages/staff/OfferEditPage.vue'), meta: { place: 'staff-offers', messages: ['rules'] } },
  { path: 'offers/:offerId', name: 'staff-offer', component: () => import('@/pages/staff/OfferPlanPage.vue'), props: true, meta: { place: 'staff-offers', messages: ['rules'] } },
  { path: 'offers/:offerId/edit', name: 'staff-offer-edit', component: () => import('@/pages/staff/OfferEditPage.vue'), props: true, meta: { place: 'staff-offers', messages: ['rules'] } },
  { path: 'cases', name: 'staff-cases', component: () => import('@/pages/staff/CaseQueuePage.vue'), meta: { messages: ['care'] } },
  { path: 'cases/:caseId', name: 'staff-case', component: () => import('@/pages/staff/CaseAnswerPage.vue'), props: true, meta: { messages: ['care'], place: 'staff-cases' } },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue') },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports' } },
]
