import { useQueryCache } from '@pinia/colada'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { onSecondFactorNeeded, onSignedOut } from '@/api/client'
import { asProblem } from '@/api/problem'
import { sessionQuery } from '@/api/queries'
import type { Role } from '@/api/types'
import { readCachedCard } from '@/composables/useCachedCard'
import { type MessagePart, useParts } from '@/i18n'
import { staffRoutes } from '@/staffRoutes'

declare module 'vue-router' {
  interface RouteMeta {
    /** Which kind of session the page is for; pages without one are for everybody. */
    kind?: 'member' | 'staff'
    /** Pages that make no sense to somebody signed in. */
    onlySignedOut?: boolean
    /** The card may be shown without a connection. */
    offline?: boolean
    messages?: MessagePart[]
    /** The place of the back office's menu the page belongs to, when it is not its own. */
    place?: string
    /** Who of the staff may see the page, when not everybody who sees its place. */
    roles?: Role[]
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: () => import('@/layouts/PublicLayout.vue'),
    meta: { messages: ['member'] },
    children: [
      { path: '', name: 'landing', component: () => import('@/pages/LandingPage.vue') },
      { path: 'r/:code?', name: 'receipt', component: () => import('@/pages/ReceiptPage.vue'), props: true, meta: { messages: ['till'] } },
      { path: 'claim', name: 'claim', component: () => import('@/pages/ClaimPage.vue'), meta: { onlySignedOut: true, messages: ['till'] } },
      { path: 'terms', name: 'terms', component: () => import('@/pages/DocumentPage.vue'), props: { kind: 'terms' }, meta: { messages: ['texts'] } },
      { path: 'privacy', name: 'privacy', component: () => import('@/pages/DocumentPage.vue'), props: { kind: 'privacy' }, meta: { messages: ['texts'] } },
      { path: 'join', name: 'join', component: () => import('@/pages/JoinPage.vue'), meta: { onlySignedOut: true, messages: ['account'] } },
      { path: 'join/confirm', name: 'join-confirm', component: () => import('@/pages/JoinConfirmPage.vue'), meta: { messages: ['account'] } },
      { path: 'sign-in', name: 'sign-in', component: () => import('@/pages/SignInPage.vue'), meta: { onlySignedOut: true, messages: ['account'] } },
      { path: 'sign-in/code', name: 'sign-in-code', component: () => import('@/pages/SignInCodePage.vue'), meta: { onlySignedOut: true, messages: ['account'] } },
      { path: 'demo/mail', name: 'demo-mail', component: () => import('@/pages/DemoMailPage.vue'), meta: { messages: ['account'] } },
    ],
  },
  {
    path: '/',
    component: () => import('@/layouts/MemberLayout.vue'),
    meta: { kind: 'member', messages: ['member', 'membership'] },
    children: [
      { path: 'home', name: 'home', component: () => import('@/pages/HomePage.vue') },
      { path: 'activity', name: 'activity', component: () => import('@/pages/ActivityPage.vue') },
      { path: 'statement/:month', name: 'statement', component: () => import('@/pages/StatementPage.vue'), props: true },
      { path: 'offers', name: 'offers', component: () => import('@/pages/OffersPage.vue') },
      { path: 'cards', name: 'cards', component: () => import('@/pages/CardsPage.vue') },
      { path: 'inbox', name: 'inbox', component: () => import('@/pages/InboxPage.vue') },
      { path: 'inbox/settings', name: 'inbox-settings', component: () => import('@/pages/InboxSettingsPage.vue') },
      { path: 'account/close', name: 'close-membership', component: () => import('@/pages/CloseMembershipPage.vue') },
      { path: 'missing-points', name: 'missing-points', component: () => import('@/pages/MissingPointsPage.vue'), meta: { messages: ['care'] } },
      { path: 'cases', name: 'cases', component: () => import('@/pages/CasesPage.vue'), meta: { messages: ['care'] } },
      { path: 'cases/:caseId', name: 'case', component: () => import('@/pages/CasePage.vue'), props: true, meta: { messages: ['care'] } },
      { path: 'account', name: 'account', component: () => import('@/pages/AccountPage.vue'), meta: { messages: ['account'] } },
    ],
  },
  {
    path: '/card',
    name: 'card',
    component: () => import('@/pages/CardPage.vue'),
    meta: { kind: 'member', messages: ['member'], offline: true },
  },
  {
    path: '/staff',
    component: () => import('@/layouts/StaffLayout.vue'),
    meta: { kind: 'staff', messages: ['staff'] },
    children: staffRoutes,
  },
  {
    path: '/staff',
    component: () => import('@/layouts/StaffEntranceLayout.vue'),
    meta: { messages: ['staff'] },
    children: [
      { path: 'sign-in', name: 'staff-sign-in', component: () => import('@/pages/staff/StaffSignInPage.vue'), meta: { messages: ['people'] } },
      { path: 'invitation', name: 'staff-invitation', component: () => import('@/pages/staff/StaffInvitationPage.vue'), meta: { messages: ['people'] } },
      { path: 'forgotten-password', name: 'staff-forgotten-password', component: () => import('@/pages/staff/ForgottenPasswordPage.vue'), meta: { messages: ['people'] } },
      { path: 'new-password', name: 'staff-new-password', component: () => import('@/pages/staff/NewPasswordPage.vue'), meta: { messages: ['people'] } },
      { path: 'second-factor', name: 'staff-second-factor', component: () => import('@/pages/staff/SecondFactorPage.vue'), meta: { kind: 'staff', messages: ['people'] } },
      { path: 'setup', name: 'staff-setup', component: () => import('@/pages/staff/StaffSetupPage.vue') },
    ],
  },
  {
    path: '/developers',
    name: 'developers',
    component: () => import('@/pages/developers/DevelopersPage.vue'),
    meta: { messages: ['developers'] },
  },
  { path: '/:path(.*)*', name: 'not-found', component: () => import('@/pages/NotFoundPage.vue') },
]

export function createAppRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  })

  router.beforeEach(async (to) => {
    const [redirect] = await Promise.all([guard(to), useParts(...messagesOf(to))])
    return redirect ?? true
  })

  onSignedOut(() => {
    const cache = useQueryCache()
    const here = router.currentRoute.value
    if (!here.meta.kind) return
    const kind = here.meta.kind
    void cache.invalidateQueries({ key: sessionQuery.key, exact: true }).finally(() => router.replace(signInRoute(kind, here.fullPath)))
  })

  onSecondFactorNeeded(() => {
    const cache = useQueryCache()
    const here = router.currentRoute.value
    if (here.meta.kind !== 'staff') return
    void cache.fetch(cache.ensure(sessionQuery)).then(async ({ data }) => {
      if (data?.secondFactorNeeded) await router.replace(secondFactorRoute(here.fullPath))
    })
  })

  router.onError((_, to) => {
    // A page of an earlier build is gone from the server: take the new build, once.
    const mark = 'setia.reloaded'
    if (sessionStorage.getItem(mark) === to.fullPath) return
    sessionStorage.setItem(mark, to.fullPath)
    location.assign(to.fullPath)
  })

  return router
}

async function guard(to: RouteLocationNormalized) {
  if (!to.meta.kind && !to.meta.onlySignedOut) return undefined
  const cache = useQueryCache()
  const session = await cache
    .refresh(cache.ensure(sessionQuery))
    .then((state) => state.data)
    .catch((error: unknown) => {
      if (asProblem(error).status === 0 && to.meta.offline && readCachedCard()) return 'offline' as const
      return undefined
    })
  if (session === 'offline') return undefined
  if (to.meta.onlySignedOut) return session?.kind === 'member' ? { name: 'home' } : undefined
  if (session && session.kind !== to.meta.kind) return signInRoute(to.meta.kind!, to.fullPath)
  const settingUp = to.name === 'staff-second-factor'
  if (session?.secondFactorNeeded && !settingUp) return secondFactorRoute(to.fullPath)
  return session && !session.secondFactorNeeded && settingUp ? { name: 'staff' } : undefined
}

function secondFactorRoute(next: string) {
  return { name: 'staff-second-factor', query: { next } }
}

function signInRoute(kind: 'member' | 'staff', next: string) {
  return { name: kind === 'staff' ? 'staff-sign-in' : 'sign-in', query: { next } }
}

function messagesOf(to: RouteLocationNormalized): MessagePart[] {
  return to.matched.flatMap((record) => record.meta.messages ?? [])
}

/** Where to go after signing in: only pages of this site. */
export function safeNext(next: unknown, fallback: string): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : fallback
}
