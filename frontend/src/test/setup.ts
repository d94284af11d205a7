import { afterEach, beforeEach } from 'vitest'
import { clear, serve } from './render'

// No test reaches a network: what a test does not answer itself is answered 404.
beforeEach(() => {
  serve({})
})

// Files share one page, so that each test leaves nothing behind.
afterEach(() => {
  clear()
  document.body.innerHTML = ''
  localStorage.clear()
  sessionStorage.clear()
})
