import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import FirstSteps from './FirstSteps.vue'

const steps = (done: boolean) => ({ done, items: ['program', 'store', 'till', 'rule', 'texts'].map((step) => ({ step, done: done || step === 'rule' })) })

async function shown(body: unknown) {
  serve({ 'GET /setup-steps': { body } })
  const list = render(FirstSteps)
  await flushPromises()
  return list
}

describe('the first steps', () => {
  it('lead to the page of each step that is left', async () => {
    const list = await shown(steps(false))
    expect(list.text()).toContain('4 langkah lagi')
    expect(list.findAll('li')).toHaveLength(5)
    expect(list.findAll('a')).toHaveLength(4)
  })

  it('are gone once all is done', async () => {
    expect((await shown(steps(true))).text()).toBe('')
  })
})
