import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
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

  it('is chosen from where two people changed it', async () => {
    const answers: Parameters<typeof serve>[0] = { 'GET /settings/tier-grants': { body: { monthsAlone: 3 } }, 'PUT /settings/tier-grants': changedMeanwhile }
    const calls = serve(answers)
    const settings = render(TierGrantSettings)
    await flushPromises()
    await settings.find('input').setValue(6)
    answers['GET /settings/tier-grants'] = { body: { monthsAlone: 9 }, headers: { ETag: '"2"' } }
    await settings.find('form').trigger('submit')
    await flushPromises()
    answers['PUT /settings/tier-grants'] = { body: { monthsAlone: 9 } }
    await settle(settings, 'theirs')
    const sent = calls.filter(({ method }) => method === 'PUT')[1]!
    expect(sent.headers.get('If-Match')).toBe('"2"')
    expect(await sent.json()).toEqual({ monthsAlone: 9 })
  })
})
