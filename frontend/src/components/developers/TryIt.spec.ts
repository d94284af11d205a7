import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { useApiToken } from '@/developers/useApiToken'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { sampleContract, sampleOperation } from '@/test/sampleContract'
import TryIt from './TryIt.vue'

afterEach(() => useApiToken().hold(''))

async function trial(id: string, answers: Parameters<typeof serve>[0] = {}, demo = false) {
  const calls = serve({ 'GET /program': { body: { ...program, demo } }, ...answers })
  const shown = render(TryIt, { props: { contract: sampleContract, operation: sampleOperation(id) }, language: 'en' })
  await flushPromises()
  const send = async () => {
    await shown.get('form').trigger('submit')
    await flushPromises()
  }
  return { shown, send, sent: () => calls.filter(({ url }) => !url.endsWith('/program')) }
}

describe('trying an operation', () => {
  it('waits for what is required, and shows the same as a command', async () => {
    const { shown } = await trial('listMemberActivity')
    const [memberId, limit] = shown.findAll('input')
    expect(shown.findAll('label').map((label) => label.text())).toEqual(['memberId path, required', 'limit query'])
    expect(shown.get('[type=submit]').text()).toBe('Send')
    expect(memberId!.attributes('placeholder')).toBe('mem_1')
    expect(shown.get('[type=submit]').attributes('disabled')).toBeDefined()
    expect(shown.text()).toContain('Fill in what is required.')

    await memberId!.setValue('mem_7')
    await limit!.setValue('5')
    expect(shown.get('[type=submit]').attributes('disabled')).toBeUndefined()
    expect(shown.text()).toContain('Without a token it will be refused')
    expect(shown.get('pre').text()).toContain('/api/v1/members/mem_7/activity?limit=5')
  })

  it('sends what was filled in with the token, and shows what came back', async () => {
    useApiToken().hold('tok_1')
    const { shown, send, sent } = await trial('postBasket', { 'POST /baskets': { status: 201, body: { basketId: 'bas_1' } } })
    expect(shown.text()).toContain('This server is no demonstration')
    expect(shown.get(`label[for="${shown.get('textarea').attributes('id')}"]`).text()).toBe('Request body')
    await shown.get('textarea').setValue('{"till":"2"}')
    await send()

    expect(await sent()[0]!.text()).toBe('{"till":"2"}')
    expect(sent()[0]!.headers.get('Authorization')).toBe('Bearer tok_1')
    const answer = shown.get('[aria-live=polite].grid')
    expect(answer.get('.chip').text()).toBe('201')
    expect(answer.get('dl').text()).toBe('content-typeapplication/json')
    expect(answer.get('pre').text()).toContain('"basketId": "bas_1"')
  })

  it('shows a refusal as the answer it is, and a server that cannot be reached as a problem', async () => {
    const { shown, send } = await trial('postBasket', { 'POST /baskets': { status: 409, body: { code: 'sent_before' } } }, true)
    expect(shown.text()).not.toContain('no demonstration')
    await send()
    expect(shown.get('section .chip').text()).toBe('409')
    expect(shown.find('[role=alert]').exists()).toBe(false)

    globalThis.fetch = () => Promise.reject(new TypeError('offline'))
    await send()
    expect(shown.get('[role=alert]').text()).toContain('We cannot be reached')
  })
})
