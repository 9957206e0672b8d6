// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Map;
import java.util.function.Supplier;

/** Every model, by its name in the protocol. */
final class Models {

  static final Map<String, Supplier<Widget>> BY_NAME =
      Map.ofEntries(
          Map.entry("LayoutModel", Layout::new),
          Map.entry("AccordionModel", Accordion::new),
          Map.entry("AudioModel", Audio::new),
          Map.entry("BoundedFloatTextModel", BoundedFloatText::new),
          Map.entry("BoundedIntTextModel", BoundedIntText::new),
          Map.entry("BoxModel", Box::new),
          Map.entry("ButtonModel", Button::new),
          Map.entry("ButtonStyleModel", ButtonStyle::new),
          Map.entry("CheckboxModel", Checkbox::new),
          Map.entry("CheckboxStyleModel", CheckboxStyle::new),
          Map.entry("ColorPickerModel", ColorPicker::new),
          Map.entry("ColorsInputModel", ColorsInput::new),
          Map.entry("ComboboxModel", Combobox::new),
          Map.entry("ControllerAxisModel", ControllerAxis::new),
          Map.entry("ControllerButtonModel", ControllerButton::new),
          Map.entry("ControllerModel", Controller::new),
          Map.entry("DatePickerModel", DatePicker::new),
          Map.entry("DatetimeModel", Datetime::new),
          Map.entry("DescriptionStyleModel", DescriptionStyle::new),
          Map.entry("DirectionalLinkModel", DirectionalLink::new),
          Map.entry("DropdownModel", Dropdown::new),
          Map.entry("FileUploadModel", FileUpload::new),
          Map.entry("FloatLogSliderModel", FloatLogSlider::new),
          Map.entry("FloatProgressModel", FloatProgress::new),
          Map.entry("FloatRangeSliderModel", FloatRangeSlider::new),
          Map.entry("FloatSliderModel", FloatSlider::new),
          Map.entry("FloatTextModel", FloatText::new),
          Map.entry("FloatsInputModel", FloatsInput::new),
          Map.entry("GridBoxModel", GridBox::new),
          Map.entry("HBoxModel", HBox::new),
          Map.entry("HTMLMathModel", HTMLMath::new),
          Map.entry("HTMLMathStyleModel", HTMLMathStyle::new),
          Map.entry("HTMLModel", HTML::new),
          Map.entry("HTMLStyleModel", HTMLStyle::new),
          Map.entry("ImageModel", Image::new),
          Map.entry("IntProgressModel", IntProgress::new),
          Map.entry("IntRangeSliderModel", IntRangeSlider::new),
          Map.entry("IntSliderModel", IntSlider::new),
          Map.entry("IntTextModel", IntText::new),
          Map.entry("IntsInputModel", IntsInput::new),
          Map.entry("LabelModel", Label::new),
          Map.entry("LabelStyleModel", LabelStyle::new),
          Map.entry("LinkModel", Link::new),
          Map.entry("NaiveDatetimeModel", NaiveDatetime::new),
          Map.entry("PasswordModel", Password::new),
          Map.entry("PlayModel", Play::new),
          Map.entry("ProgressStyleModel", ProgressStyle::new),
          Map.entry("RadioButtonsModel", RadioButtons::new),
          Map.entry("SelectModel", Select::new),
          Map.entry("SelectMultipleModel", SelectMultiple::new),
          Map.entry("SelectionRangeSliderModel", SelectionRangeSlider::new),
          Map.entry("SelectionSliderModel", SelectionSlider::new),
          Map.entry("SliderStyleModel", SliderStyle::new),
          Map.entry("StackModel", Stack::new),
          Map.entry("TabModel", Tab::new),
          Map.entry("TagsInputModel", TagsInput::new),
          Map.entry("TextModel", Text::new),
          Map.entry("TextStyleModel", TextStyle::new),
          Map.entry("TextareaModel", Textarea::new),
          Map.entry("TimeModel", Time::new),
          Map.entry("ToggleButtonModel", ToggleButton::new),
          Map.entry("ToggleButtonStyleModel", ToggleButtonStyle::new),
          Map.entry("ToggleButtonsModel", ToggleButtons::new),
          Map.entry("ToggleButtonsStyleModel", ToggleButtonsStyle::new),
          Map.entry("VBoxModel", VBox::new),
          Map.entry("ValidModel", Valid::new),
          Map.entry("VideoModel", Video::new),
          Map.entry("OutputModel", Output::new));

  private Models() {}
}
