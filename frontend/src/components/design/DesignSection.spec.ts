import { expect, it } from 'vitest'
import { render } from '@/test/render'
import DesignSection from './DesignSection.vue'

it('shows a chapter that can be linked to, with its specimen once in each theme', () => {
  const section = render(DesignSection, { props: { id: 'buttons', title: 'Tombol', lead: 'Selebihnya tenang.' }, slots: { default: '<template #default="{ theme }"><b>{{ theme }}</b></template>' } })

  expect(section.attributes('id')).toBe('buttons')
  expect(section.get('h2').text()).toBe('Tombol')
  expect(section.text()).toContain('Selebihnya tenang.')
  expect(section.findAll('b').map((specimen) => specimen.text())).toEqual(['light', 'dark'])
  expect(section.text()).toContain('Terang')
})
