import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router, type RouteRecordRaw, START_LOCATION } from 'vue-router'
import { onSecondFactorNeeded, onSignedOut } from '@/api/client'
import { asProblem } from '@/api/problem'
import { latestActivityQuery, memberQuery, offersQuery, programQuery, sessionQuery } from '@/api/queries'
import { rewardsQuery } from '@/api/rewards'
import type { Role, SessionResponse } from '@/api/types'
import { readCachedCard } from '@/composables/useCachedCard'
import { personOf, sessionExpired } from '@/composables/useExpiredSession'
import { keepFriend } from '@/composables/useFriend'
import { endKeptHome, forgetKeptHome } from '@/composables/useKeptHome'
import { onOtherTab } from '@/composables/useOtherTabs'
import { type MessagePart, useParts } from '@/i18n'

interface Read {
  key: (string | number)[]
  query: () => Promise<unknown>
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Which kind of session the page is for; pages without one are for everybody. */
    kind?: 'member' | 'staff'
    /** Pages that make no sense to somebody signed in. */
    onlySignedOut?: boolean
    /** The card may be shown without a connection. */
    offline?: boolean
    messages?: MessagePart[]
    /** What the page reads first, asked for while the page itself is fetched. */
    reads?: Read[]
    /** The place of the menu the page belongs to, when it is not its own. */
    place?: string
    /** Who of the staff may see the page, when not everybody who sees its place. */
    roles?: Role[]
  }
}

/** Every page but those of the back office, whose list comes with the first of them. */
export const routes: RouteRecordRaw[] = [
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
      { path: 'home', name: 'home', component: () => import('@/pages/HomePage.vue'), meta: { messages: ['rewards'], reads: [memberQuery('me'), offersQuery('me'), rewardsQuery, latestActivityQuery('me', 4)] } },
      { path: 'activity', name: 'activity', component: () => import('@/pages/ActivityPage.vue') },
      { path: 'statement/:month', name: 'statement', component: () => import('@/pages/StatementPage.vue'), props: true },
      { path: 'offers', name: 'offers', component: () => import('@/pages/OffersPage.vue'), meta: { messages: ['rewards'] } },
      { path: 'rewards', name: 'rewards', component: () => import('@/pages/RewardsPage.vue'), meta: { place: 'offers', messages: ['account', 'rewards'] } },
      { path: 'vouchers', name: 'vouchers', component: () => import('@/pages/VouchersPage.vue'), meta: { place: 'offers', messages: ['rewards'] } },
      { path: 'invite', name: 'invite', component: () => import('@/pages/InvitePage.vue'), meta: { messages: ['rewards'] } },
      { path: 'cards', name: 'cards', component: () => import('@/pages/CardsPage.vue') },
      { path: 'inbox', name: 'inbox', component: () => import('@/pages/InboxPage.vue') },
      { path: 'inbox/settings', name: 'inbox-settings', component: () => import('@/pages/InboxSettingsPage.vue') },
      { path: 'account/close', name: 'close-membership', component: () => import('@/pages/CloseMembershipPage.vue') },
      { path: 'account/reads', name: 'profile-reads', component: () => import('@/pages/ProfileReadsPage.vue'), meta: { messages: ['account'] } },
      { path: 'missing-points', name: 'missing-points', component: () => import('@/pages/MissingPointsPage.vue'), meta: { messages: ['care'] } },
      { path: 'cases', name: 'cases', component: () => import('@/pages/CasesPage.vue'), meta: { messages: ['care'] } },
      { path: 'cases/:caseId', name: 'case', component: () => import('@/pages/CasePage.vue'), props: true, meta: { messages: ['care'] } },
      { path: 'account', name: 'account', component: () => import('@/pages/AccountPage.vue'), meta: { messages: ['account', 'rewards'] } },
    ],
  },
  {
    path: '/card',
    name: 'card',
    component: () => import('@/pages/CardPage.vue'),
    meta: { kind: 'member', messages: ['member'], offline: true },
  },
  {
    path: '/',
    component: () => import('@/layouts/StaffEntranceLayout.vue'),
    meta: { messages: ['staff'] },
    children: [
      { path: 'staff/sign-in', name: 'staff-sign-in', component: () => import('@/pages/staff/StaffSignInPage.vue'), meta: { messages: ['people'] } },
      { path: 'staff/invitation', name: 'staff-invitation', component: () => import('@/pages/staff/StaffInvitationPage.vue'), meta: { messages: ['people'] } },
      { path: 'staff/forgotten-password', name: 'staff-forgotten-password', component: () => import('@/pages/staff/ForgottenPasswordPage.vue'), meta: { messages: ['people'] } },
      { path: 'staff/new-password', name: 'staff-new-password', component: () => import('@/pages/staff/NewPasswordPage.vue'), meta: { messages: ['people'] } },
      { path: 'staff/second-factor', name: 'staff-second-factor', component: () => import('@/pages/staff/SecondFactorPage.vue'), meta: { kind: 'staff', messages: ['people'] } },
      { path: 'staff/setup', name: 'staff-setup', component: () => import('@/pages/staff/StaffSetupPage.vue') },
    ],
  },
  {
    path: '/developers',
    component: () => import('@/layouts/DevelopersLayout.vue'),
    meta: { messages: ['developers'] },
    children: [
      { path: '', name: 'developers', component: () => import('@/pages/developers/DevelopersPage.vue') },
      { path: 'guides/:slug', name: 'guide', component: () => import('@/pages/developers/GuidePage.vue'), props: true },
      { path: 'reference/:group?', name: 'reference', component: () => import('@/pages/developers/ReferencePage.vue'), props: true },
      { path: 'changelog', name: 'developer-changelog', component: () => import('@/pages/developers/ChangelogPage.vue') },
    ],
  },
  {
    path: '/design',
    component: () => import('@/layouts/DevelopersLayout.vue'),
    meta: { messages: ['developers', 'design', 'desk', 'staff', 'setup'] },
    children: [{ path: '', name: 'design', component: () => import('@/pages/developers/DesignPage.vue') }],
  },
  { path: '/:path(.*)*', name: 'not-found', component: () => import('@/pages/NotFoundPage.vue') },
]

/** The address of a page that could not be fetched. */
export const unreachable = ref('')

export function createAppRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    // A page that was just opened is at its top already; to say so would lay it out before it is whole.
    scrollBehavior: (to, from, saved) => saved ?? (from === START_LOCATION || to.path === from.path ? false : { top: 0 }),
  })

  learnBackOffice(router)
  router.beforeEach(async (to) => {
    keepFriend(to.query.friend)
    fetchAhead(to)
    const [redirect] = await Promise.all([guard(to), useParts(...messagesOf(to))])
    return redirect ?? true
  })

  function signedOut() {
    const cache = useQueryCache()
    const here = router.currentRoute.value
    // What was read ahead may be refused before there is a page to leave.
    if (here === START_LOCATION) return void router.isReady().then(signedOut, () => undefined)
    const kind = here.meta.kind
    if (!kind) return
    const was = cache.getQueryData<SessionResponse>(sessionQuery.key)
    if (was?.kind === kind) return sessionExpired(was, here.fullPath)
    void cache.invalidateQueries({ key: sessionQuery.key, exact: true }).finally(() => router.replace(signInRoute(kind, here.fullPath)))
  }
  onSignedOut(signedOut)

  onOtherTab(() => {
    const cache = useQueryCache()
    const before = personOf(cache.getQueryData<SessionResponse>(sessionQuery.key))
    void cache.fetch(cache.ensure(sessionQuery)).then(({ data }) => {
      const { meta, fullPath } = router.currentRoute.value
      if (personOf(data) === before || !(meta.kind || meta.onlySignedOut)) return
      // The whole page is loaded anew, so that nothing of the person before stays in it.
      if (data?.kind === 'none' && meta.kind) location.replace(router.resolve(signInRoute(meta.kind, fullPath)).href)
      else location.reload()
    })
  })

  onSecondFactorNeeded(() => {
    const cache = useQueryCache()
    const here = router.currentRoute.value
    if (here.meta.kind !== 'staff') return
    void cache.fetch(cache.ensure(sessionQuery)).then(async ({ data }) => {
      if (data?.secondFactorNeeded) await router.replace(secondFactorRoute(here.fullPath))
    })
  })

  router.afterEach((to, _from, failure) => {
    if (!failure) unreachable.value = ''
    if (to.name !== 'home') endKeptHome()
  })

  router.onError((_, to) => {
    endKeptHome()
    // A page of an earlier build is gone from the server: take the new build, once.
    const mark = 'setia.reloaded'
    if (!navigator.onLine || sessionStorage.getItem(mark) === to.fullPath) {
      unreachable.value = to.fullPath
      return
    }
    sessionStorage.setItem(mark, to.fullPath)
    location.assign(to.fullPath)
  })

  return router
}

/** Below /staff an address that no page has yet may be one of the back office: its pages are added, and it is looked up again. */
export function learnBackOffice(router: Router) {
  router.beforeEach(async (to) => {
    if (to.name !== 'not-found' || !/^\/staff(\/|$)/.test(to.path) || router.hasRoute('staff')) return true
    readAhead([programQuery, sessionQuery])
    const { backOffice } = await import('@/staffRoutes')
    if (!router.hasRoute('staff')) router.addRoute(backOffice)
    return to.fullPath
  })
}

/** On a slow line every wait for an answer counts: the page comes while the session is asked for; the router takes it from there. */
function fetchAhead(to: RouteLocationNormalized) {
  readAhead([programQuery])
  // Who has a card here has most likely a session too.
  if (to.meta.kind === 'member' && readCachedCard()) readAhead(readsOf(to))
  for (const { components } of to.matched) {
    const page = components?.default
    if (typeof page === 'function') void (page as () => Promise<unknown>)().catch(() => undefined)
  }
}

/** A failure shows where the page asks again. */
function readAhead(reads: Read[]) {
  const cache = useQueryCache()
  for (const read of reads) void cache.refresh(cache.ensure(read)).catch(() => undefined)
}

function readsOf(to: RouteLocationNormalized): Read[] {
  return to.matched.flatMap((record) => record.meta.reads ?? [])
}

async function guard(to: RouteLocationNormalized) {
  if (!to.meta.kind && !to.meta.onlySignedOut) return undefined
  const cache = useQueryCache()
  const session = await cache
    .refresh(cache.ensure(sessionQuery))
    .then(({ data }) => {
      if (data?.kind === 'member') readAhead(readsOf(to))
      else forgetKeptHome()
      return data
    })
    .catch((error: unknown) => {
      if (asProblem(error).status === 0 && to.meta.offline && readCachedCard()) return 'offline' as const
      return undefined
    })
  if (session === 'offline') return undefined
  if (to.meta.onlySignedOut) return session?.kind === 'member' ? safeNext(to.query.next, '/home') : undefined
  if (session && session.kind !== to.meta.kind) return signInRoute(to.meta.kind!, to.fullPath)
  const settingUp = to.name === 'staff-second-factor'
  if (session?.secondFactorNeeded && !settingUp) return secondFactorRoute(to.fullPath)
  return session && !session.secondFactorNeeded && settingUp ? '/staff' : undefined
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
