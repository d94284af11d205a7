import type { RouteRecordRaw } from 'vue-router'

/** Pages of the back office for staff who are signed in. `meta.place` names the menu's place a page belongs to, when it is not its own. */
export const staffRoutes: RouteRecordRaw[] = [
  { path: '', name: 'staff', component: () => import('@/pages/staff/MemberSearchPage.vue'), meta: { messages: ['setup'] } },
  { path: 'members/:memberId', name: 'staff-member', component: () => import('@/pages/staff/StaffMemberPage.vue'), props: true, meta: { place: 'staff' } },
  { path: 'partners', name: 'staff-partners', component: () => import('@/pages/staff/PartnersPage.vue'), meta: { messages: ['setup'] } },
  { path: 'stores/:storeId', name: 'staff-store', component: () => import('@/pages/staff/StorePage.vue'), props: true, meta: { place: 'staff-partners', messages: ['setup'] } },
  { path: 'api-clients', name: 'staff-api-clients', component: () => import('@/pages/staff/ApiClientsPage.vue'), meta: { messages: ['setup'] } },
  { path: 'api-clients/:apiClientId', name: 'staff-api-client', component: () => import('@/pages/staff/ApiClientPage.vue'), props: true, meta: { place: 'staff-api-clients', messages: ['setup'] } },
  { path: 'products', name: 'staff-products', component: () => import('@/pages/staff/ProductsPage.vue'), meta: { messages: ['setup'] } },
  { path: 'products/imports', name: 'staff-product-imports', component: () => import('@/pages/staff/ProductImportsPage.vue'), meta: { place: 'staff-products', messages: ['setup'] } },
  {
    path: 'settings',
    name: 'staff-settings',
    component: () => import('@/pages/staff/SettingsPage.vue'),
    redirect: { name: 'staff-settings-program' },
    meta: { place: 'staff-settings', messages: ['setup', 'texts'] },
    children: [
      { path: 'program', name: 'staff-settings-program', component: () => import('@/components/staff/settings/ProgramSettings.vue') },
      { path: 'joining', name: 'staff-settings-joining', component: () => import('@/components/staff/settings/JoiningSettings.vue') },
      { path: 'documents', name: 'staff-settings-documents', component: () => import('@/components/staff/settings/DocumentSettings.vue') },
    ],
  },
  { path: 'imports', name: 'staff-imports', component: () => import('@/pages/staff/ImportsPage.vue') },
  { path: 'imports/:jobId', name: 'staff-import', component: () => import('@/pages/staff/ImportPage.vue'), props: true, meta: { place: 'staff-imports' } },
]
