import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { useApiToken } from '@/developers/useApiToken'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import TokenBox from './TokenBox.vue'

afterEach(() => useApiToken().hold(''))

async function box(demo: boolean, token: { status?: number; body: unknown } = { body: { access_token: 'tok_1' } }) {
  const calls = serve({ 'GET /program': { body: { ...program, demo } }, 'POST /oauth/token': token })
  const shown = render(TokenBox, { language: 'en' })
  await flushPromises()
  const useDemo = shown.findAll('button').find((button) => button.text() === 'Use the till demo-menteng')
  return { shown, useDemo, calls }
}

describe('the token to try operations with', () => {
  it('is pasted, and said to be there', async () => {
    const { shown, useDemo } = await box(false)
    expect(useDemo).toBeUndefined()
    expect(document.getElementById(shown.get('section').attributes('aria-labelledby')!)!.textContent).toBe('Try it with a token')
    expect(shown.get('label').text()).toBe('Access token')
    expect(shown.get('[role=status]').text()).toContain('The token stays here')

    await shown.get('input').setValue(' tok_2 ')
    expect(useApiToken().token.value).toBe('tok_2')
    expect(shown.get('[role=status]').text()).toBe('There is a token; operations are sent with it.')
  })

  it('is taken from the till of a demonstration', async () => {
    const { shown, useDemo, calls } = await box(true)
    await useDemo!.trigger('click')
    await flushPromises()
    expect(await calls.at(-1)!.text()).toBe('grant_type=client_credentials&client_id=demo-menteng&client_secret=demo-menteng-secret')
    expect(shown.get('input').element.value).toBe('tok_1')
  })

  it('is taken from the web shop, which may do what a till may not', async () => {
    const { shown, calls } = await box(true)
    await shown.findAll('button').find((button) => button.text() === 'Use the web shop demo-online')!.trigger('click')
    await flushPromises()
    expect(await calls.at(-1)!.text()).toBe('grant_type=client_credentials&client_id=demo-online&client_secret=demo-online-secret')
    expect(useApiToken().token.value).toBe('tok_1')
  })

  it('is not there where it is refused, and that is said', async () => {
    const { shown, useDemo } = await box(true, { status: 401, body: { code: 'invalid_client', title: 'Unknown client' } })
    await useDemo!.trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('Unknown client')
    expect(useApiToken().token.value).toBe('')
  })
})
