// A phone's page is scrolled by the browser, but the canvas is no taller than what is seen: the picture stays at its top, and
// the program draws what is below it as far down as the page has been scrolled. Where picture and screen are too low for that the
// canvas has its whole height, and scrolls with the page.
import { RESIZE_CHOICES, resizeAsked } from './host_height.js';

// A frame that its host makes as high as its content has nothing to scroll.
const isMadeToFit = window.parent !== window && RESIZE_CHOICES.indexOf(resizeAsked(location.search)) > 0;

/** Wires page and program. `footer` covers the lower edge of the page. */
export function scrollBelowPicture(core, stage, canvas, footer) {
  const place = () => canvas.getBoundingClientRect().top - stage.getBoundingClientRect().top;
  const tell = () => {
    const seen = isMadeToFit ? 0 : Math.max(0, window.innerHeight - footer.offsetHeight);
    stage.style.setProperty('--seen', `${seen}px`);
    core.number('nx_seen', seen, stage.classList.contains('pinned') ? Math.max(0, place()) : 0);
  };
  core.module.onHeight = (height, pinned) => {
    stage.style.minHeight = `${Math.ceil(height)}px`;
    stage.classList.toggle('pinned', pinned);
    tell();
  };
  window.addEventListener('scroll', tell, { passive: true });
  window.addEventListener('resize', tell);
  new ResizeObserver(tell).observe(footer);
  tell();
  /** Where the keyboard walks to a control that was out of sight, the page follows. */
  return () => window.scrollBy({ top: core.number('nx_scroll') - place(), behavior: 'instant' });
}
