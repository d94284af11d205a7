import { describe, expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { render, serve } from '@/test/render'
import ReferencePage from './ReferencePage.vue'

const soon = { timeout: 4000 }
const answered = { responses: {} }
const contract = {
  info: { title: 'Setia', version: '1' },
  tags: [{ name: 'Staff' }, { name: 'Members' }],
  paths: {
    '/staff': { get: { tags: ['Staff'], operationId: 'listStaff', summary: 'List staff', security: [{ session: [] }], ...answered } },
    '/members': {
      post: { tags: ['Members'], operationId: 'enrolMember', summary: 'Enrol', security: [{ clientCredentials: ['members:write'] }, { session: [] }], ...answered },
      get: { tags: ['Members'], operationId: 'listMembers', summary: 'List members', security: [{ session: [] }], ...answered },
    },
  },
}

async function reference(group: string, query: Record<string, string> = {}) {
  serve({ 'GET /openapi.json': { body: contract } })
  const page = render(ReferencePage, { props: { group }, language: 'en' })
  const router = page.vm.$router
  await router.push({ name: 'reference', params: { group }, query })
  await expect.poll(() => page.find('h1').exists(), soon).toBe(true)
  return { page, router, shown: () => page.findAll('details').map((box) => box.attributes('id')), box: () => page.get<HTMLInputElement>('input[type=checkbox]') }
}

describe('the reference', () => {
  it('shows all operations, or those that tills and partners may call, and says so in the address', async () => {
    const { page, router, shown, box } = await reference('Members')
    expect(shown()).toEqual(['listMembers', 'enrolMember'])
    expect(page.get('[role=status]').text()).toBe('2 of 2 operations')

    await box().setValue(true)
    await expect.poll(shown, soon).toEqual(['enrolMember'])
    expect(router.currentRoute.value.fullPath).toBe('/developers/reference/Members?for=clients')
    expect(page.get('[role=status]').text()).toBe('1 of 2 operations')

    await box().setValue(false)
    await expect.poll(shown, soon).toHaveLength(2)
    expect(router.currentRoute.value.fullPath).toBe('/developers/reference/Members')
  })

  it('reads from the address what to show, and begins at the first group that has it', async () => {
    const { page, shown, box } = await reference('', { for: 'clients' })
    await flushPromises()

    expect(box().element.checked).toBe(true)
    expect(page.get('h1').text()).toBe('Members')
    expect(shown()).toEqual(['enrolMember'])
  })

  it('says of a group that has nothing for them that it shows none', async () => {
    const { page, shown } = await reference('Staff', { for: 'clients' })

    expect(shown()).toEqual([])
    expect(page.get('[role=status]').text()).toBe('0 of 1 operations')
  })
})
