import { expect, it } from 'vitest'
import { flushPromises } from '@vue/test-utils'
import { render } from '@/test/render'
import BenefitTabs from './BenefitTabs.vue'

it('leads to offers, rewards and vouchers, and shows which is here', async () => {
  const tabs = render(BenefitTabs)
  await flushPromises()
  expect(tabs.get('nav').attributes('aria-label')).toBe('Penawaran, hadiah, dan voucer')
  expect(tabs.findAll('a').map((tab) => [tab.text(), tab.attributes('href')])).toEqual([
    ['Penawaran', '/offers'],
    ['Hadiah', '/rewards'],
    ['Voucer', '/vouchers'],
  ])
  expect(tabs.find('[aria-current=page]').exists()).toBe(false)

  await tabs.vm.$router.push('/rewards')
  expect(tabs.findAll('[aria-current=page]').map((tab) => tab.text())).toEqual(['Hadiah'])
})
