import { EventEmitter } from 'node:events';
import { core } from './core.ts';
import { provided } from './not-provided.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** Electron's `nativeTheme`: the look of the system is what the page's media queries say. */
class NativeTheme extends EventEmitter {
  isDark = false;
  shouldUseHighContrastColors = false;
  shouldUseInvertedColorScheme = false;
  inForcedColorsMode = false;
  isListening = false;

  get shouldUseDarkColors(): boolean {
    this.listen();
    const { themeSource } = core();
    return themeSource === 'system' ? this.isDark : themeSource === 'dark';
  }

  get themeSource(): ThemeSource {
    return core().themeSource;
  }

  set themeSource(source: ThemeSource) {
    this.listen();
    core().themeSource = source;
    core().events.emit('look', { isDark: this.isDark, isHighContrast: this.shouldUseHighContrastColors });
    this.emit('updated');
  }

  listen(): void {
    if (this.isListening) {
      return;
    }
    this.isListening = true;
    core().events.on('look', ({ isDark, isHighContrast }) => {
      const isNews = isDark !== this.isDark || isHighContrast !== this.shouldUseHighContrastColors;
      if (isNews && core().themeSource === 'system') {
        this.isDark = isDark;
        this.shouldUseHighContrastColors = isHighContrast;
        this.emit('updated');
      }
    });
  }

  override on(name: string, listener: (...args: unknown[]) => void): this {
    this.listen();
    return super.on(name, listener);
  }
}

export const nativeTheme = provided('nativeTheme', new NativeTheme());
