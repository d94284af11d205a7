import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import TierGrantSettings from './TierGrantSettings.vue'

describe('how long one person may give a tier for', () => {
  it('is read and changed', async () => {
    const calls = serve({ 'GET /settings/tier-grants': { body: { monthsAlone: 3 } }, 'PUT /settings/tier-grants': { body: { monthsAlone: 6 } } })
    const settings = render(TierGrantSettings)
    await flushPromises()
    expect(settings.find('input').element.value).toBe('3')
    await settings.find('input').setValue(6)
    await settings.find('form').trigger('submit')
    await flushPromises()
    expect(await calls.find((call) => call.method === 'PUT')!.json()).toEqual({ monthsAlone: 6 })
  })
})
