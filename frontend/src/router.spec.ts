import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { membershipQuery, unseenQuery } from '@/api/membership'
import { programQuery, sessionQuery } from '@/api/queries'
import { useExpiredSession } from '@/composables/useExpiredSession'
import { serve } from '@/test/render'
import { preloadedPages } from '../build/preloads.ts'
import { createAppRouter, learnBackOffice, routes, safeNext } from './router'

it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', undefined, ['/home']])(
  'after signing in, %s is never followed',
  (next) => expect(safeNext(next, '/home')).toBe('/home'),
)

it('a page of this site is', () => {
  expect(safeNext('/activity?month=1', '/home')).toBe('/activity?month=1')
})

describe('the pages of the back office', () => {
  function site() {
    serve({})
    createApp({}).use(createPinia()).use(PiniaColada)
    const router = createRouter({ history: createMemoryHistory(), routes })
    learnBackOffice(router)
    return router
  }

  it.each(['/terms', '/staff/sign-in', '/nowhere', '/staffing'])('are not fetched for %s', async (path) => {
    const router = site()
    await router.push(path)
    expect(router.hasRoute('staff')).toBe(false)
  })

  it('are known once the first of them is opened, by whatever address', async () => {
    const router = site()
    await router.push('/staff/corrections?days=7#today')
    expect(router.currentRoute.value).toMatchObject({ name: 'staff-corrections', query: { days: '7' }, hash: '#today', meta: { kind: 'staff', messages: ['corrections'] } })
    expect(router.currentRoute.value.matched).toHaveLength(2)
    await router.push({ name: 'staff-settings' })
    expect(router.currentRoute.value.name).toBe('staff-settings-program')
    await router.push('/staff')
    expect(router.currentRoute.value.name).toBe('staff')
  })

  it('leave the pages for who is not signed in yet as they were', async () => {
    const router = site()
    await router.push('/staff')
    await router.push('/staff/sign-in?next=/staff/rules')
    expect(router.currentRoute.value).toMatchObject({ name: 'staff-sign-in', query: { next: '/staff/rules' } })
    expect(router.currentRoute.value.meta.kind).toBeUndefined()
  })

  it('an address that none of them has is still no page', async () => {
    const router = site()
    await router.push('/staff/nowhere/at/all')
    expect(router.currentRoute.value.name).toBe('not-found')
    expect(router.hasRoute('staff')).toBe(true)
  })
})

it('who was signed out while the first page was on its way is asked to sign in again', async () => {
  const member = { kind: 'member', memberId: '0190f3a4-0000-7000-8000-000000000001', name: 'Sari' }
  serve({ 'GET /session': { body: member }, 'GET /members/me': { status: 401, body: { code: 'not_signed_in', title: 'Not signed in' } } })
  createApp({}).use(createPinia()).use(PiniaColada)
  const router = createAppRouter()
  const { expired, place, over } = useExpiredSession()
  await router.push('/home')
  await expect.poll(() => expired.value).toMatchObject(member)
  expect(place.value).toBe('/home')
  over()
})

it("a member's home asks for what its address was served with", async () => {
  const calls = serve({})
  const home = createRouter({ history: createMemoryHistory(), routes }).resolve('/home')
  const reads = [sessionQuery, programQuery, membershipQuery('me'), unseenQuery, ...home.matched.flatMap(({ meta }) => meta.reads ?? [])]
  await Promise.allSettled(reads.map(({ query }) => query()))
  expect(calls.map(({ url }) => url.slice(new URL(url).origin.length)).sort()).toEqual(preloadedPages['/home']!.reads.toSorted())
})
